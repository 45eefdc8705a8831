import { isDate } from './is-date.ts'
import { weightedSum } from './weighted-sum.ts'

const FORM = /^([3-6])(\d\d)(\d\d)(\d\d)\d{4}$/
const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1] as const
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3] as const
/** Children's codes would add accidents and hardly ever be typed. */
const LAST_BIRTH_YEAR = 2012

/**
 * Estonian isikukood and Lithuanian asmens kodas: sex and century (3, 4: 1900s; 5, 6: 2000s), YYMMDD, serial number,
 * check digit of modulus 11 in two stages. By accident: 1 of 1,150 plain numbers of eleven digits.
 */
export function isBalticIdentityCode(code: string): boolean {
  const [, century, year, month, day] = FORM.exec(code) ?? []
  if (century === undefined) return false
  const birthYear = (Number(century) < 5 ? 1900 : 2000) + Number(year)
  return (
    birthYear <= LAST_BIRTH_YEAR &&
    isDate(birthYear, Number(month), Number(day)) &&
    checkDigit(code) === Number(code[10])
  )
}

function checkDigit(code: string): number {
  const first = weightedSum(code, FIRST_WEIGHTS) % 11
  return first < 10 ? first : (weightedSum(code, SECOND_WEIGHTS) % 11) % 10
}
