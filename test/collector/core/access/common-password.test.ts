import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from '../../../../collector/core/access/common-password.ts'

describe('isCommonPassword', () => {
  test.each([
    'password1234',
    'Password!2026!',
    'passwordpassword',
    'qwertyuiop123',
    'qwerty123456',
    'asdfghjkl;1234',
    'salasana12345',
    'Lösenord2026',
    '123456789012',
    'abcdefghijkl',
    'zyxwvutsrqponm',
    'abcabcabcabc',
    'xoxoxoxoxoxo',
    '1q1q1q1q1q1q',
    'iloveyou1234',
    'admin-admin-1',
    'hanki-analytics',
    '2026-11-23 12:00',
    '............',
  ])('takes %j for common', password => {
    expect(isCommonPassword(password)).toBe(true)
  })

  test.each([
    'correct horse battery',
    'staple battery horse',
    'kuusi palaa alassarja',
    'password of my grandmother',
    'Xk7!pQz2vL9m',
    'käpy-korkealla-puussa',
    'räksmörgås på bordet',
    'мой пароль в лесу',
    '雪の上を歩くうさぎがいる',
  ])('takes %j for a password', password => {
    expect(isCommonPassword(password)).toBe(false)
  })

  test('takes what one is known by for common, with little beside it', () => {
    const known = ['maija.meikalainen', 'example.com']
    expect(isCommonPassword('Maija.Meikalainen1', known)).toBe(true)
    expect(isCommonPassword('example.com-2026', known)).toBe(true)
    expect(isCommonPassword('maija.meikalainen likes long walks', known)).toBe(false)
  })

  test('says so or not of any text, and never of twelve random letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void isCommonPassword(text)))
    const letters = fc.array(fc.constantFrom(...'bdfhjlnprtvxz'), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(letters, characters => {
        fc.pre(new Set(characters).size > 8)
        expect(isCommonPassword(characters.join(''))).toBe(false)
      }),
    )
  })
})
