import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLedgerCheck } from '../../../../collector/core/identity/ledger-check.ts'
import {
  DESTRUCTION_REASONS,
  type KeyEvent,
  keyCommitment,
  LEDGER_START,
  ledgerHash,
  ledgerLine,
  parseLedgerLine,
} from '../../../../collector/core/identity/ledger-entry.ts'
import type { Day, SiteId } from '../../../../collector/core/ids.ts'

const created = fc.record({
  siteId: fc.integer({ min: 1, max: 1_000 }).map(id => id as SiteId),
  day: fc.constantFrom('2026-03-10' as Day, '2024-02-29' as Day),
  commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(keyCommitment),
  atSeconds: fc.integer({ min: 0, max: 4_000_000_000 }),
  isImport: fc.boolean(),
  event: fc.constant('created' as const),
})
const destroyed = fc
  .tuple(created, fc.constantFrom(...DESTRUCTION_REASONS), fc.nat(100_000))
  .map(([event, reason, lateSeconds]): KeyEvent => ({ ...event, event: 'destroyed', reason, lateSeconds }))
const events = fc.array(fc.oneof(created, destroyed), { minLength: 1, maxLength: 30 })

function linesOf(list: readonly KeyEvent[]): string[] {
  let head = LEDGER_START
  return list.map(event => {
    const line = ledgerLine(event, head)
    head = ledgerHash(line)
    return line
  })
}

function check(lines: readonly string[]) {
  const ledger = openLedgerCheck()
  for (const line of lines) ledger.add(line)
  return ledger.result()
}

describe('the ledger of day keys', () => {
  it('reads back every event it writes', () => {
    fc.assert(
      fc.property(events, list => {
        expect(linesOf(list).map(line => parseLedgerLine(line)?.event)).toEqual(list)
        expect(check(linesOf(list)).brokenAt).toBeUndefined()
      }),
    )
  })

  it('tells where anything was changed, taken out, put in or swapped', () => {
    const where = fc.tuple(events, fc.nat(), fc.constantFrom('change', 'remove', 'repeat', 'swap'))
    fc.assert(
      fc.property(where, ([list, place, how]) => {
        const lines = linesOf(list)
        const index = place % lines.length
        const line = lines[index] ?? ''
        const forged = [...lines]
        if (how === 'change') forged[index] = line.replace(/"site":\d+/, '"site":5000')
        if (how === 'remove') forged.splice(index, 1)
        if (how === 'repeat') forged.splice(index, 0, line)
        if (how === 'swap' && index > 0) forged.splice(index - 1, 2, line, lines[index - 1] ?? '')
        const isLastTouched = how === 'remove' && index === lines.length - 1
        const isSame = forged.join('\n') === lines.join('\n')
        const { brokenAt, head } = check(forged)
        // What is cut off or changed at the very end is seen by who has noted down the head.
        if (!isSame) expect(brokenAt !== undefined || head !== check(lines).head).toBe(true)
        if (!isSame && !isLastTouched && index < lines.length - 1) expect(brokenAt).toBeDefined()
      }),
    )
  })

  it('knows which keys live', () => {
    const common = { siteId: 1 as SiteId, day: '2026-03-10' as Day, atSeconds: 5, isImport: false }
    const lines = linesOf([
      { ...common, commitment: 'a', event: 'created' },
      { ...common, commitment: 'b', event: 'created' },
      { ...common, commitment: 'a', event: 'destroyed', reason: 'expired', lateSeconds: 90 },
    ])
    const { alive, destroyed: gone, late, lastDays } = check(lines)
    expect([[...alive.keys()], gone, late, [...lastDays]]).toEqual([['b'], 1, 1, [[1, '2026-03-10']]])
  })

  it.each(['', '{}', '[]', 'no line', '{"at":"x"}', 'null'])('takes %j for no line', text => {
    expect(parseLedgerLine(text)).toBeUndefined()
  })
})
