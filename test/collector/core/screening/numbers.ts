import fc from 'fast-check'
import { IBAN_FORMS } from '../../../../collector/core/screening/iban-forms.ts'

/** Numbers that are right by their check digits, made independently of the code that finds them. */

const digit = fc.integer({ min: 0, max: 9 })
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** `131052-308T`. */
export const finnishCodes = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    sign: fc.constantFrom(...'+-UVWXYABCDEF'),
    individual: fc.integer({ min: 2, max: 999 }),
  })
  .map(({ day, month, year, sign, individual }) => {
    const date = [day, month, year].map(part => String(part).padStart(2, '0')).join('')
    const number = String(individual).padStart(3, '0')
    const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(date + number) % 31]
    return `${date}${sign}${number}${check}`
  })

/** `FI2112345600000785`. */
export const ibans = fc
  .record({
    form: fc.constantFrom(...IBAN_FORMS),
    digits: fc.array(digit, { minLength: 40, maxLength: 40 }),
    letters: fc.array(letter, { minLength: 40, maxLength: 40 }),
  })
  .map(({ form, digits, letters }) => {
    const kinds = form.form.replace(/(\d+)([nac])/g, (_, count, kind) => kind.repeat(Number(count)))
    const account = [...kinds].map((kind, at) => (kind === 'a' ? letters[at] : digits[at])).join('')
    const value = [...`${account}${form.country}00`].map(character => Number.parseInt(character, 36)).join('')
    return `${form.country}${String(98n - (BigInt(value) % 97n)).padStart(2, '0')}${account}`
  })

/** `4111111111111111`. */
export const cards = fc
  .record({
    start: fc.constantFrom(
      { prefix: '4', length: 16 },
      { prefix: '55', length: 16 },
      { prefix: '2221', length: 16 },
      { prefix: '2720', length: 16 },
      { prefix: '34', length: 15 },
      { prefix: '37', length: 15 },
      { prefix: '6011', length: 16 },
      { prefix: '3530', length: 16 },
      { prefix: '4', length: 19 },
    ),
    digits: fc.array(digit, { minLength: 20, maxLength: 20 }),
  })
  .map(({ start, digits }) => {
    const body = (start.prefix + digits.join('')).slice(0, start.length - 1)
    const check = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(last => luhnSum(body + last) % 10 === 0)
    return body + check
  })

/** `mikko.virtanen@posti.fi`. */
export const emails = fc
  .record({
    local: fc.stringMatching(/^[a-zäö0-9][a-zA-Zåäö0-9._+-]{0,20}$/),
    host: fc.stringMatching(/^[a-zä][a-zä0-9-]{0,10}$/),
    end: fc.constantFrom('fi', 'com', 'co.uk', 'se', 'ee', 'museum', 'xn--p1ai'),
  })
  .map(({ local, host, end }) => `${local}@${host}.${end}`)

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, at) => {
    const value = Number(character) * (at % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
