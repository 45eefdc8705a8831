import { describe, expect, it } from 'vitest'
import { openSignInThrottle, type SignInThrottle } from '../../../collector/accounts/sign-in-throttle.ts'

const HOME = '192.0.2.0'
const ELSEWHERE = '198.51.100.0'

function throttleAt(start: number) {
  const clock = { now: start }
  return { clock, throttle: openSignInThrottle(() => clock.now) }
}

function fail(throttle: SignInThrottle, email: string, times: number, network = HOME): void {
  for (let count = 0; count < times; count++) throttle.addFailure({ email, network })
}

const wait = (throttle: SignInThrottle, email: string, network = HOME): number =>
  throttle.waitSeconds({ email, network })

describe('openSignInThrottle', () => {
  it('lets an account fail ten times, then asks it to wait until the first failure is 15 minutes old', () => {
    const { clock, throttle } = throttleAt(1_000)
    fail(throttle, 'a@example.com', 9)
    expect(wait(throttle, 'a@example.com')).toBe(0)
    clock.now += 60
    fail(throttle, 'a@example.com', 1)
    expect(wait(throttle, 'a@example.com')).toBe(14 * 60)
    clock.now += 14 * 60
    expect(wait(throttle, 'a@example.com')).toBe(0)
  })

  it('does not let one account wait for another', () => {
    const { throttle } = throttleAt(1_000)
    fail(throttle, 'a@example.com', 20)
    expect(wait(throttle, 'b@example.com')).toBe(0)
  })

  it('does not let anybody be locked out by a stranger elsewhere', () => {
    const { throttle } = throttleAt(1_000)
    fail(throttle, 'a@example.com', 20, ELSEWHERE)
    expect(wait(throttle, 'a@example.com', ELSEWHERE)).toBeGreaterThan(0)
    expect(wait(throttle, 'a@example.com', HOME)).toBe(0)
  })

  it('stops guesses at one account from very many places', () => {
    const { throttle } = throttleAt(1_000)
    for (let count = 0; count < 50; count++) fail(throttle, 'a@example.com', 1, `203.0.${count}.0`)
    expect(wait(throttle, 'a@example.com', HOME)).toBe(15 * 60)
  })

  it('stops a network that guesses at many accounts, and no other', () => {
    const { throttle } = throttleAt(1_000)
    for (let count = 0; count < 50; count++) fail(throttle, `guess-${count}@example.com`, 1, ELSEWHERE)
    expect(wait(throttle, 'new@example.com', ELSEWHERE)).toBe(15 * 60)
    expect(wait(throttle, 'new@example.com', HOME)).toBe(0)
  })

  it('allows three failures while a hundred happen elsewhere, and never none', () => {
    const { throttle } = throttleAt(1_000)
    for (let count = 0; count < 100; count++)
      fail(throttle, `guess-${count}@example.com`, 1, `203.0.${count}.0`)
    expect(wait(throttle, 'owner@example.com')).toBe(0)
    fail(throttle, 'owner@example.com', 2)
    expect(wait(throttle, 'owner@example.com')).toBe(0)
    fail(throttle, 'owner@example.com', 1)
    expect(wait(throttle, 'owner@example.com')).toBeGreaterThan(0)
  })

  it('forgets the failures of an account whose password came, and takes one back that was not checked', () => {
    const { throttle } = throttleAt(1_000)
    const source = { email: 'a@example.com', network: HOME }
    fail(throttle, source.email, 10)
    throttle.removeFailure(source)
    expect(throttle.waitSeconds(source)).toBe(0)
    fail(throttle, source.email, 1)
    throttle.forget(source)
    expect(throttle.waitSeconds(source)).toBe(0)
  })

  it('counts wrong codes from everywhere, since who gets so far knows the password', () => {
    const { throttle } = throttleAt(1_000)
    for (let count = 0; count < 10; count++) throttle.addWrongCode('a@example.com')
    expect(throttle.waitSecondsForCode('a@example.com')).toBe(15 * 60)
    throttle.forget({ email: 'a@example.com', network: HOME })
    expect(throttle.waitSecondsForCode('a@example.com')).toBe(0)
  })
})
