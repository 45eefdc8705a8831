import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

describe('tracking script', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../dist/tracker/script.js'))

  it('names no place to store anything on the device; of cookies it looks for the one that was asked for', () => {
    const text = source.toString()
    expect(text).not.toMatch(/localStorage|sessionStorage|indexedDB|caches|serviceWorker/)
    expect(text.match(/\S{30}cookie.{3}/g)).toEqual(['/hanki-exclude/.test(document.cookie)||'])
  })
})
