import { isDate } from './is-date.ts'

const FORM = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-Y])$/i
/** By the remainder of birth date and individual number by 31; G, I, O, Q and Z are left out. */
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/**
 * Finnish personal identity code: day, month, year, sign of the century, individual number, check character; either
 * case. Signs: `+` 1800s; `-` and U V W X Y 1900s; A–F 2000s (decree 690/2022). Individual numbers 002–899; 900–999 are
 * for tests and hospitals and count too. By accident: 1 of 850 numbers of the form 123456-7890.
 */
export function isFinnishIdentityCode(code: string): boolean {
  const [, day, month, year, sign = '', individual = '', check = ''] = FORM.exec(code) ?? []
  if (day === undefined || Number(individual) < 2) return false
  if (!isDate(centuryOf(sign) + Number(year), Number(month), Number(day))) return false
  const remainder = Number(`${day}${month}${year}${individual}`) % 31
  return CHECK_CHARACTERS[remainder] === check.toUpperCase()
}

function centuryOf(sign: string): number {
  if (sign === '+') return 1800
  return /[a-f]/i.test(sign) ? 2000 : 1900
}
