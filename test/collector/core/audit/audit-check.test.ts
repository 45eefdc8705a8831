import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAuditCheck } from '../../../../collector/core/audit/audit-check.ts'
import {
  AUDIT_ACTIONS,
  AUDIT_START,
  type AuditEntry,
  auditHash,
  auditLine,
  parseAuditLine,
} from '../../../../collector/core/audit/audit-entry.ts'

const actor = fc.oneof(
  fc.record({ kind: fc.constant('user' as const), id: fc.string(), name: fc.string() }),
  fc.record({ kind: fc.constant('key' as const), id: fc.string() }),
  fc.constant({ kind: 'command_line' as const }),
  fc.constant({ kind: 'hanki' as const }),
  fc.constant({ kind: 'unknown' as const }),
)
const entry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    number: fc.integer({ min: 1 }),
    atSeconds: fc.integer({ min: 0, max: 4_000_000_000 }),
    actor,
    action: fc.constantFrom(...AUDIT_ACTIONS),
    site: fc.string(),
    subject: fc.string({ unit: 'grapheme' }),
    outcome: fc.string(),
  },
  { requiredKeys: ['number', 'atSeconds', 'actor', 'action'] },
)

/** Lines of a log from entry `first` on. */
function logOf(entries: readonly AuditEntry[], first = 1, before = AUDIT_START): string[] {
  let previous = before
  return entries.map((one, index) => {
    const line = auditLine({ ...one, number: first + index }, previous)
    previous = auditHash(line)
    return line
  })
}

function check(lines: readonly string[]) {
  const reading = openAuditCheck()
  for (const line of lines) reading.add(line)
  return reading.result()
}

const log = fc.array(entry, { minLength: 3, maxLength: 12 })

describe('an audit log', () => {
  test('gives back every entry as it was noted', () => {
    fc.assert(
      fc.property(entry, fc.string(), (one, previous) => {
        expect(parseAuditLine(auditLine(one, previous))).toEqual({ entry: one, previous })
      }),
    )
  })

  test('is whole as it was written, also once the time of its oldest entries is over', () => {
    fc.assert(
      fc.property(log, fc.nat(), (entries, expired) => {
        const lines = logOf(entries)
        const head = auditHash(lines.at(-1) ?? '')
        expect(check(lines)).toEqual({ entries: lines.length, oldest: 1, head, brokenAt: undefined })
        const left = lines.slice(expired % (lines.length - 1))
        expect(check(left)).toMatchObject({ entries: left.length, head, brokenAt: undefined })
      }),
    )
  })

  test('shows where an entry was changed, removed from the middle, added or moved', () => {
    fc.assert(
      fc.property(log, fc.nat(), entry, (entries, place, other) => {
        const lines = logOf(entries)
        // What nobody can tell is that the end is missing: that is what the head is noted down for.
        const at = place % (lines.length - 1)
        const line = lines[at] ?? ''
        const changed = line.replace(/"at":"\d/, digit => `"at":"${digit.endsWith('1') ? 2 : 1}`)
        expect(check(lines.with(at, changed)).brokenAt).toBe(at + 2)
        if (at > 0) expect(check(lines.toSpliced(at, 1)).brokenAt).toBe(at + 2)
        const added = auditLine({ ...other, number: at + 1 }, 'made up')
        expect(check(lines.toSpliced(at + 1, 0, added)).brokenAt).toBe(at + 1)
        expect(check(lines.with(at, 'nothing')).brokenAt).toBe(at + 1)
      }),
    )
  })

  test('is whole when two programs wrote at the same moment, whichever of them the next one follows', () => {
    fc.assert(
      fc.property(log, entry, fc.boolean(), (entries, other, followsOther) => {
        const [first = '', second = ''] = logOf(entries)
        const sibling = auditLine({ ...other, number: 2 }, auditHash(first))
        fc.pre(sibling !== second)
        const rest = logOf(entries.slice(2), 3, auditHash(followsOther ? sibling : second))
        expect(check([first, second, sibling, ...rest])).toMatchObject({
          entries: entries.length + 1,
          brokenAt: undefined,
        })
      }),
    )
  })

  test('is whole when nothing was noted', () => {
    expect(check([])).toEqual({ entries: 0, oldest: 0, head: AUDIT_START, brokenAt: undefined })
  })
})
