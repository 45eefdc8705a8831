import { isDate } from './is-date.ts'
import { hasLuhnCheckDigit } from './luhn.ts'

const FORM = /^(19|20)?(\d\d)(\d\d)(\d\d)([-+]?)(\d{4})$/
/** In coordination numbers 60 is added to the day. */
const COORDINATION_DAYS = 60
const CLOCK_TIME = /^(?:[01]\d|2[0-3])[0-5]\d$/

/**
 * Swedish personnummer and samordningsnummer: YYMMDD-NNNN or YYYYMMDD-NNNN with a Luhn digit over the last ten; without
 * its sign only in the long form. A day of the 2000s with what may be a clock time (202611231430) is a time stamp,
 * not a person. By accident: 1 of 140 numbers of the form 123456-7890, 1 of 7,000 plain numbers of twelve digits.
 */
export function isSwedishIdentityCode(code: string): boolean {
  const [, century, year, month, day, sign, number = ''] = FORM.exec(code) ?? []
  if (year === undefined || (century === undefined && sign === '')) return false
  if (century === '20' && CLOCK_TIME.test(number)) return false
  const dayOfMonth = Number(day) > COORDINATION_DAYS ? Number(day) - COORDINATION_DAYS : Number(day)
  // Without a century 29 February is given the benefit of the doubt: 2000 has one.
  const fullYear = Number(`${century ?? '20'}${year}`)
  return isDate(fullYear, Number(month), dayOfMonth) && hasLuhnCheckDigit(`${year}${month}${day}${number}`)
}
