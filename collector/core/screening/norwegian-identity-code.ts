import { isDate } from './is-date.ts'
import { weightedSum } from './weighted-sum.ts'

const FORM = /^(\d\d)(\d\d)(\d\d)(\d{3})\d\d$/
const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const

/**
 * Norwegian fødselsnummer: DDMMYY, individual number, two check digits of modulus 11. The individual number tells the
 * century. D-numbers (40 added to the day) are left out, they would double the accidents. By accident: 1 of 5,000
 * plain numbers of eleven digits.
 */
export function isNorwegianIdentityCode(code: string): boolean {
  const [, day, month, year, individual] = FORM.exec(code) ?? []
  if (day === undefined) return false
  const birthYear = birthYearOf(Number(year), Number(individual))
  if (birthYear === undefined || !isDate(birthYear, Number(month), Number(day))) return false
  return weightedSum(code, FIRST_WEIGHTS) % 11 === 0 && weightedSum(code, SECOND_WEIGHTS) % 11 === 0
}

/** 000–499 the 1900s, 500–999 the years 2000–2039, 900–999 also 1940–1999. */
function birthYearOf(year: number, individual: number): number | undefined {
  if (individual < 500) return 1900 + year
  if (year < 40) return 2000 + year
  return individual >= 900 ? 1900 + year : undefined
}
