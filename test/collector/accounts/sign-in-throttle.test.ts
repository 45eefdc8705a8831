import { describe, expect, it } from 'vitest'
import { openSignInThrottle } from '../../../collector/accounts/sign-in-throttle.ts'

function throttleAt(start: number) {
  const clock = { now: start }
  return { clock, throttle: openSignInThrottle(() => clock.now) }
}

function fail(throttle: ReturnType<typeof openSignInThrottle>, email: string, times: number): void {
  for (let count = 0; count < times; count++) throttle.addFailure(email)
}

describe('openSignInThrottle', () => {
  it('lets an account fail ten times, then asks it to wait until the first failure is 15 minutes old', () => {
    const { clock, throttle } = throttleAt(1_000)
    fail(throttle, 'a@example.com', 9)
    expect(throttle.waitSeconds('a@example.com')).toBe(0)
    clock.now += 60
    fail(throttle, 'a@example.com', 1)
    expect(throttle.waitSeconds('a@example.com')).toBe(14 * 60)
    clock.now += 14 * 60
    expect(throttle.waitSeconds('a@example.com')).toBe(0)
  })

  it('does not let one account wait for another', () => {
    const { throttle } = throttleAt(1_000)
    fail(throttle, 'a@example.com', 20)
    expect(throttle.waitSeconds('b@example.com')).toBe(0)
  })

  it('allows three failures while a hundred happen elsewhere, and never none', () => {
    const { throttle } = throttleAt(1_000)
    for (let count = 0; count < 100; count++) throttle.addFailure(`guess-${count}@example.com`)
    expect(throttle.waitSeconds('owner@example.com')).toBe(0)
    fail(throttle, 'owner@example.com', 2)
    expect(throttle.waitSeconds('owner@example.com')).toBe(0)
    fail(throttle, 'owner@example.com', 1)
    expect(throttle.waitSeconds('owner@example.com')).toBeGreaterThan(0)
  })

  it('forgets the failures of an account whose password came, and takes one back that was not checked', () => {
    const { throttle } = throttleAt(1_000)
    fail(throttle, 'a@example.com', 10)
    throttle.removeFailure('a@example.com')
    expect(throttle.waitSeconds('a@example.com')).toBe(0)
    fail(throttle, 'a@example.com', 1)
    throttle.forget('a@example.com')
    expect(throttle.waitSeconds('a@example.com')).toBe(0)
  })
})
