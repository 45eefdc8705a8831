import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, parsePassword } from '../../../collector/accounts/passwords.ts'
import { BusyError } from '../../../collector/accounts/turns.ts'

describe('parsePassword', () => {
  it.each<readonly [typed: unknown, ok: boolean, why: string]>([
    ['twelve chars', true, 'the shortest'],
    ['eleven char', false, 'one too short'],
    [`a long one: ${'x y'.repeat(81)}z`, true, 'long'],
    [`a long one: ${'x y'.repeat(82)}`, false, 'longer than 256'],
    ['aaaaaaaaaaaa', false, 'one character over and over'],
    ['Password1234', false, 'what everybody tries first'],
    ['🌲❄️🌲❄️🌲❄️', false, 'nine characters in twenty-one bytes and more'],
    [123_456_789_012, false, 'a number'],
    [undefined, false, 'nothing'],
  ])('takes, or not: $2', (typed, ok) => {
    expect(parsePassword(typed).ok).toBe(ok)
  })
})

describe('hashPassword', () => {
  it('makes argon2id hashes of at least 19 MiB and two passes, each with its own salt', async () => {
    const [first, second] = await Promise.all([
      hashPassword('correct horse battery'),
      hashPassword('correct horse battery'),
    ])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(second).not.toBe(first)
  })

  it('knows its password again, and no other', async () => {
    const hash = await hashPassword('correct horse battery')
    expect(await isPassword('correct horse battery', hash, 'lane')).toBe(true)
    expect(await isPassword('correct horse batterz', hash, 'lane')).toBe(false)
    expect(await isPassword('', hash, 'lane')).toBe(false)
  })

  it('takes a letter as the same however a keyboard composes it', async () => {
    const hash = await hashPassword('k\u00e4pykorkealla')
    expect(await isPassword('ka\u0308pykorkealla', hash, 'lane')).toBe(true)
  })

  it('turns away a flood instead of queueing it without end', async () => {
    const hash = await hashPassword('correct horse battery')
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, () => isPassword('wrong', hash, 'lane')),
    )
    const refused = results.filter(result => result.status === 'rejected')
    expect(refused).toHaveLength(60 - 34)
    expect(refused.every(({ reason }) => reason instanceof BusyError)).toBe(true)
  })
})
