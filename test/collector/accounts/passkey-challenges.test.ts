import { describe, expect, it } from 'vitest'
import {
  CHALLENGE_SECONDS,
  type ChallengePurpose,
  openPasskeyChallenges,
} from '../../../collector/accounts/passkey-challenges.ts'
import { usedHeapBytes } from '../../support/heap.ts'

const SIGN_IN: ChallengePurpose = { kind: 'sign_in' }
const ADD: ChallengePurpose = { kind: 'add', userId: 'u1' }

describe('openPasskeyChallenges', () => {
  function open() {
    const clock = { now: 1_800_000_000 }
    return { clock, challenges: openPasskeyChallenges(() => clock.now) }
  }

  it('makes texts that differ and cannot be foreseen', () => {
    const { challenges } = open()
    const made = Array.from({ length: 100 }, () => challenges.make(SIGN_IN))
    expect(new Set(made).size).toBe(100)
    // At least 16 random bytes (Web Authentication 2, 13.4.3), before anything that follows from them.
    expect(new Set(made.map(one => one.slice(0, 21))).size).toBe(100)
  })

  it('knows a challenge for what it was made for, and for nothing and nobody else', () => {
    const { challenges } = open()
    const challenge = challenges.make(ADD)
    expect(challenges.look(challenge, ADD)).toBe('good')
    expect(challenges.look(challenge, SIGN_IN)).toBe('foreign')
    expect(challenges.look(challenge, { kind: 'add', userId: 'u2' })).toBe('foreign')
    expect(challenges.look(challenge, { kind: 'second_factor', userId: 'u1' })).toBe('foreign')
    expect(open().challenges.look(challenge, ADD)).toBe('foreign')
  })

  it('knows no challenge that was changed or made up', () => {
    const { challenges } = open()
    const challenge = challenges.make(SIGN_IN)
    for (let index = 0; index < challenge.length; index++) {
      const other = challenge[index] === 'A' ? 'B' : 'A'
      const changed = challenge.slice(0, index) + other + challenge.slice(index + 1)
      expect(challenges.look(changed, SIGN_IN)).toBe('foreign')
    }
    for (const text of ['', 'x', `${challenge}=`, ` ${challenge}`, 'A'.repeat(challenge.length)])
      expect(challenges.look(text, SIGN_IN)).toBe('foreign')
  })

  it('takes a challenge once, within five minutes', () => {
    const { challenges, clock } = open()
    const [first, second] = [challenges.make(SIGN_IN), challenges.make(SIGN_IN)]
    clock.now += CHALLENGE_SECONDS - 1
    expect(challenges.look(first, SIGN_IN)).toBe('good')
    expect([challenges.spend(first), challenges.spend(first)]).toEqual([true, false])
    expect(challenges.look(first, SIGN_IN)).toBe('over')
    expect(challenges.look(second, SIGN_IN)).toBe('good')
    clock.now += 1
    expect(challenges.look(second, SIGN_IN)).toBe('over')
    // Used ones are forgotten at their end, and are over all the same.
    challenges.spend(challenges.make(SIGN_IN))
    expect(challenges.look(first, SIGN_IN)).toBe('over')
  })

  it('keeps nothing of challenges that nobody answers, and loses none to a flood of others', () => {
    const { challenges } = open()
    const early = challenges.make(SIGN_IN)
    const before = usedHeapBytes()
    for (let count = 0; count < 50_000; count++) challenges.make(SIGN_IN)
    // Were they kept, they would take some 8 MB.
    expect(usedHeapBytes() - before).toBeLessThan(1_000_000)
    expect(challenges.look(early, SIGN_IN)).toBe('good')
  })
})
