import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KeyEvent } from '../../../../collector/core/identity/ledger-entry.ts'
import { keyCommitment } from '../../../../collector/core/identity/ledger-entry.ts'
import { openKeyLedger, readLedger } from '../../../../collector/ingest/identity/key-ledger.ts'
import { openTestKeys } from '../../../support/day-keys.ts'
import { aSite } from '../../../support/events.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'

const created = (commitment: string): KeyEvent => ({
  siteId: 1 as never,
  day: '2026-03-10' as never,
  commitment,
  atSeconds: 1_773_136_800,
  isImport: false,
  event: 'created',
})

describe('openKeyLedger', () => {
  it('goes on with its chain after a restart', async () => {
    const path = join(tempDirectory(), 'ledger')
    for (const name of ['a', 'b', 'c']) {
      const ledger = await openKeyLedger(path)
      ledger.note(created(name))
      await ledger.close()
    }
    expect(await readLedger(path)).toMatchObject({ lines: 3, brokenAt: undefined })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('cuts off a line that a crash has torn, at any byte', async () => {
    const path = join(tempDirectory(), 'ledger')
    const first = await openKeyLedger(path)
    first.note(created('a'))
    first.note(created('b'))
    await first.close()
    const whole = readFileSync(path)
    const secondLine = whole.indexOf(0x0a) + 1
    for (let length = secondLine; length < whole.length; length += 17) {
      writeFileSync(path, whole.subarray(0, length))
      const ledger = await openKeyLedger(path)
      ledger.note(created('c'))
      await ledger.close()
      expect(await readLedger(path)).toMatchObject({ lines: 2, brokenAt: undefined })
    }
    truncateSync(path, 0)
    expect(await readLedger(path)).toMatchObject({ lines: 0, brokenAt: undefined })
  })

  it('tells that somebody has written into it', async () => {
    const path = join(tempDirectory(), 'ledger')
    const ledger = await openKeyLedger(path)
    ledger.note(created('a'))
    await ledger.close()
    appendFileSync(path, `${JSON.stringify({ at: 'now' })}\n`)
    expect((await readLedger(path)).brokenAt).toBe(2)
  })

  it('holds no key, only what proves that there was one', async () => {
    const path = join(tempDirectory(), 'ledger')
    const ledger = await openKeyLedger(path)
    const keys = openTestKeys(undefined, {
      events: { push: (event: KeyEvent) => void ledger.note(event) } as never,
      failures: [],
      late: [],
      restarts: [],
    })
    const { current } = keys.keysFor(aSite(), 1_773_136_800)
    await ledger.flush()
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(keyCommitment(current.secret))
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(text).not.toContain(Buffer.from(current.secret).toString(encoding))
    }
    await ledger.close()
  })
})
