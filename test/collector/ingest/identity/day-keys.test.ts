import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDayKeyFile } from '../../../../collector/ingest/identity/day-key-file.ts'
import { type KeyStory, openTestKeys } from '../../../support/day-keys.ts'
import { aSite } from '../../../support/events.ts'
import { memoryDirectory } from '../../../support/temp-directory.ts'

const at = (time: string) => Date.parse(time) / 1_000
const NOON = at('2026-03-10T12:00:00+02:00')
const MIDNIGHT = at('2026-03-11T00:00:00+02:00')

function openHere(directory = memoryDirectory()) {
  const file = openDayKeyFile(directory, join(directory, 'keys'), undefined)
  return { file, keys: openTestKeys(file), path: join(directory, 'keys'), directory }
}

describe('openDayKeys', () => {
  it('keeps one key for the whole local day, wherever the site is', () => {
    const { keys } = openHere()
    const zones = fc.constantFrom(
      'Europe/Helsinki',
      'America/Santiago',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'UTC',
    )
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-01-01T00:00Z') }),
        (timezone, second) => {
          const { current } = keys.keysFor(aSite({ id: second as never, timezone }), second)
          expect(current.endsAtSeconds).toBeGreaterThan(second)
          expect(current.endsAtSeconds - second).toBeLessThanOrEqual(25 * 3_600)
        },
      ),
    )
  })

  it("makes a new key at the site's midnight and keeps the old one for 30 minutes", () => {
    const { keys } = openHere()
    const site = aSite()
    const before = keys.keysFor(site, MIDNIGHT - 1)
    const after = keys.keysFor(site, MIDNIGHT)
    expect(after.current.day).toBe('2026-03-11')
    expect(Buffer.from(after.current.secret)).not.toEqual(Buffer.from(before.current.secret))
    expect(after.previous).toBe(before.current)
    expect(keys.keysFor(site, MIDNIGHT + 1_799).previous).toBe(before.current)
    expect(keys.keysFor(site, MIDNIGHT + 1_800).previous).toBeUndefined()
  })

  it('overwrites a key whose time is over, also of a site that nobody visits any more', () => {
    const { keys, path } = openHere()
    const { current } = keys.keysFor(aSite(), NOON)
    const secret = Buffer.from(current.secret).toString('hex')
    expect(readFileSync(path, 'utf8')).toContain(secret)
    keys.destroyExpired(MIDNIGHT + 1_799)
    expect(Buffer.from(current.secret).toString('hex')).toBe(secret)
    keys.destroyExpired(MIDNIGHT + 1_800)
    expect([...current.secret].every(byte => byte === 0)).toBe(true)
    expect(readFileSync(path, 'utf8')).not.toContain(secret)
  })

  it('does not use a key of a later day that a clock running ahead has left', () => {
    const { keys, path } = openHere()
    const ahead = keys.keysFor(aSite(), NOON + 300 * 86_400).current
    const secret = Buffer.from(ahead.secret).toString('hex')
    expect(keys.keysFor(aSite(), NOON).current.day).toBe('2026-03-10')
    expect(readFileSync(path, 'utf8')).not.toContain(secret)
  })

  it('goes on with the same key after a restart, and gives no site the key of another', () => {
    const { keys, file } = openHere()
    const first = keys.keysFor(aSite(), NOON).current
    const other = keys.keysFor(aSite({ id: 2 as never }), NOON).current
    const reopened = openTestKeys(file)
    expect(Buffer.from(reopened.keysFor(aSite(), NOON + 60).current.secret)).toEqual(
      Buffer.from(first.secret),
    )
    expect(Buffer.from(first.secret)).not.toEqual(Buffer.from(other.secret))
  })

  it('goes on when its file cannot be written, and says so', () => {
    const story: KeyStory = { events: [], failures: [], late: [], restarts: [] }
    const path = join(memoryDirectory(), 'missing', 'keys')
    const file = openDayKeyFile('', path, undefined)
    rmSync(join(path, '..'), { recursive: true })
    const keys = openTestKeys(file, story)
    expect(keys.keysFor(aSite(), NOON).current.day).toBe('2026-03-10')
    expect(story.failures).toHaveLength(1)
  })

  it('keeps its file to its user alone', () => {
    const { keys, path } = openHere()
    keys.keysFor(aSite(), NOON)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})
