import { describe, expect, it } from 'vitest'
import type { KeyEvent } from '../../../../collector/core/identity/ledger-entry.ts'
import { openImports } from '../../../../collector/ingest/identity/imports.ts'
import { aSite } from '../../../support/events.ts'

const NOW = Date.parse('2026-03-10T10:00:00Z') / 1_000
const PAST = Date.parse('2026-03-01T10:00:00Z') / 1_000
const hex = (secret: Uint8Array) => Buffer.from(secret).toString('hex')

function openHere() {
  const events: KeyEvent[] = []
  return { events, imports: openImports({ note: event => void events.push(event) }) }
}

describe('openImports', () => {
  it('has one key per API key, site and local day, and visits that no live one meets', () => {
    const { imports } = openHere()
    const keyOf = (api: string, site: number, seconds: number) =>
      imports.timeOf(api, aSite({ id: site as never }), seconds, NOW).keys.current
    const key = keyOf('a', 1, PAST)
    expect(keyOf('a', 1, PAST + 60)).toBe(key)
    const others = [keyOf('b', 1, PAST), keyOf('a', 2, PAST), keyOf('a', 1, PAST + 86_400)]
    expect(new Set([key, ...others].map(({ secret }) => hex(secret))).size).toBe(4)
    const { visits } = imports.timeOf('a', aSite(), PAST, NOW)
    expect(imports.timeOf('b', aSite(), PAST, NOW).visits).not.toBe(visits)
  })

  it('destroys the keys of an import that has been still for an hour, and writes everything into the ledger', () => {
    const { imports, events } = openHere()
    const { current } = imports.timeOf('a', aSite(), PAST, NOW).keys
    imports.endStill(NOW + 3_599)
    expect(hex(current.secret)).not.toBe('0'.repeat(64))
    imports.endStill(NOW + 3_600)
    expect(hex(current.secret)).toBe('0'.repeat(64))
    expect(events.map(({ event, isImport, day }) => [event, isImport, day])).toEqual([
      ['created', true, '2026-03-01'],
      ['destroyed', true, '2026-03-01'],
    ])
    expect(imports.timeOf('a', aSite(), PAST, NOW + 3_601).keys.current).not.toBe(current)
  })

  it('ends all imports at once when the collector stops', () => {
    const { imports, events } = openHere()
    const keys = ['a', 'b'].map(api => imports.timeOf(api, aSite(), PAST, NOW).keys.current)
    imports.endAll(NOW)
    expect(keys.map(({ secret }) => hex(secret))).toEqual(['0'.repeat(64), '0'.repeat(64)])
    expect(events.filter(({ event }) => event === 'destroyed')).toHaveLength(2)
  })
})
