import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayKey } from '../../../../collector/core/identity/day-key.ts'
import { hmacSha256 } from '../../../../collector/core/identity/hmac.ts'
import { addressDigest, visitorId } from '../../../../collector/core/identity/visitor-id.ts'
import type { Day, SiteId } from '../../../../collector/core/ids.ts'
import { anEvent } from '../../../support/events.ts'

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })
const addresses = fc.array(fc.nat(255), { minLength: 4, maxLength: 4 })
const names = fc.string({ maxLength: 12 })

function keyOf(secret: Uint8Array): DayKey {
  return { siteId: 1 as SiteId, day: '2026-03-10' as Day, endsAtSeconds: 0, secret }
}

function idOf(secret: Uint8Array, address: readonly number[], browser: string, os: string): string {
  const key = keyOf(secret)
  return visitorId(addressDigest(key, address), { ...anEvent().client, browser, os })
}

describe('hmacSha256', () => {
  it('is HMAC-SHA-256 as the standard library has it, whatever key and message', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.string({ unit: 'grapheme', maxLength: 2_000 }),
        (key, text) => {
          expect(hmacSha256(key, text)).toBe(createHmac('sha256', key).update(text).digest('base64url'))
        },
      ),
    )
  })
})

describe('visitorId', () => {
  it('is the same for the same facts under the same key', () => {
    fc.assert(
      fc.property(secrets, addresses, names, names, (secret, address, browser, os) => {
        expect(idOf(secret, address, browser, os)).toBe(
          idOf(Uint8Array.from(secret), [...address], browser, os),
        )
      }),
    )
  })

  it('differs when any fact or the key differs, also when facts only shift between fields', () => {
    const facts = fc.tuple(secrets, addresses, names, names)
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(idOf(...one)).not.toBe(idOf(...other))
      }),
    )
    const secret = new Uint8Array(32).fill(7)
    const address = [10, 0, 0, 1]
    expect(idOf(secret, address, 'ab', 'c')).not.toBe(idOf(secret, address, 'a', 'bc'))
  })

  it('is a 64-bit unsigned number in decimal', () => {
    fc.assert(
      fc.property(secrets, addresses, (secret, address) => {
        expect(BigInt(idOf(secret, address, 'Firefox', 'Linux'))).toBeLessThan(2n ** 64n)
      }),
    )
  })
})
