import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRecentlyUsed } from '../../../collector/ingest/recently-used.ts'

const SIZE = 4

describe('openRecentlyUsed', () => {
  it('knows the values that were used last, and never one that it was not given', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 100 })
    fc.assert(
      fc.property(keys, list => {
        const cache = openRecentlyUsed<string>(SIZE)
        const used: string[] = []
        for (const key of list) {
          const known = cache.get(key)
          const others = used.slice(used.lastIndexOf(key) + 1)
          if (used.includes(key) && new Set(others).size < SIZE) expect(known).toBe(`value of ${key}`)
          if (!used.includes(key)) expect(known).toBeUndefined()
          if (known === undefined) cache.set(key, `value of ${key}`)
          used.push(key)
        }
      }),
    )
  })

  it('forgets what was not used for long', () => {
    const cache = openRecentlyUsed<number>(SIZE)
    cache.set('old', 1)
    for (let number = 0; number < 2 * SIZE; number++) cache.set(`${number}`, number)
    expect(cache.get('old')).toBeUndefined()
  })
})
