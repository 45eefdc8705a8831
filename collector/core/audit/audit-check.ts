import { AUDIT_START, auditHash, parseAuditLine } from './audit-entry.ts'

/** What an audit log says when it is read from its oldest entry. */
export interface AuditCheck {
  readonly entries: number
  /** Number of the oldest entry; above 1 once the time of earlier ones was over. */
  readonly oldest: number
  /** Hash of the last line: whoever noted it down can tell later whether anything before it was changed. */
  readonly head: string
  /** Number of the first entry that does not follow from the one before it; undefined when all do. */
  readonly brokenAt: number | undefined
}

/**
 * Reads lines in the order of their numbers; the check so far can be had at any time. Two programs that write at the same
 * moment may both follow the same entry: whatever follows one of them is sound.
 */
export function openAuditCheck(): { add(line: string): void; result(): AuditCheck } {
  let entries = 0
  let oldest = 0
  let head = AUDIT_START
  let brokenAt: number | undefined
  let number = 0
  /** Hashes of the entries of the number before, and of those of this number. */
  let before = new Set<string>()
  let these = new Set([AUDIT_START])
  return {
    add(line) {
      const parsed = parseAuditLine(line)
      const expected = entries === 0 ? parsed?.entry.number : number + 1
      const isSibling = parsed !== undefined && entries > 0 && parsed.entry.number === number
      if (!isSibling) {
        before = these
        these = new Set()
        number = parsed?.entry.number ?? number + 1
        // What the oldest entry follows is gone when its time was over.
        if (entries === 0 && number > 1 && parsed !== undefined) before = new Set([parsed.previous])
      }
      const follows =
        parsed !== undefined && before.has(parsed.previous) && (isSibling || parsed.entry.number === expected)
      if (!follows) brokenAt ??= number
      if (entries === 0) oldest = number
      entries++
      head = auditHash(line)
      these.add(head)
    },
    result: () => ({ entries, oldest, head, brokenAt }),
  }
}
