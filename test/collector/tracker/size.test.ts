import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

/** What the tracking script may weigh on the wire, bytes. */
const BUDGET_BYTES = 1_600

describe('tracking script', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../dist/tracker/script.js'))

  it(`weighs at most ${BUDGET_BYTES} bytes compressed`, () => {
    expect(gzipSync(source, { level: 9 }).length).toBeLessThanOrEqual(BUDGET_BYTES)
  })

  it('names no place to store anything on the device; of cookies it looks for the one that was asked for', () => {
    const text = source.toString()
    expect(text).not.toMatch(/localStorage|sessionStorage|indexedDB|caches|serviceWorker/)
    expect(text.match(/\S{30}cookie.{3}/g)).toEqual(['/hanki-exclude/.test(document.cookie)||'])
  })
})
