import { hash } from 'node:crypto'
import type { Day, SiteId } from '../ids.ts'

/** Why a day key is no more. */
export const DESTRUCTION_REASONS = [
  /** Its day is over, and the 30 minutes after it. */
  'expired',
  /** Another key took its place before: the clock had run ahead when it was made. */
  'replaced',
  /** It was in memory only, and the process or the machine was restarted. */
  'lost',
] as const
export type DestructionReason = (typeof DESTRUCTION_REASONS)[number]

/** What happened to a day key. The key itself is in no entry; the commitment says nothing about it to anybody without it. */
export type KeyEvent = {
  readonly siteId: SiteId
  readonly day: Day
  /** From `keyCommitment`. */
  readonly commitment: string
  readonly atSeconds: number
  /** True for a temporary key of an import of past events. */
  readonly isImport: boolean
} & (
  | { readonly event: 'created' }
  | {
      readonly event: 'destroyed'
      readonly reason: DestructionReason
      /** How long after its time, seconds; 0 when in time. */
      readonly lateSeconds: number
    }
)

/** The hash that the first line of a ledger names as the one before it. */
export const LEDGER_START = hash('sha256', 'hanki key ledger 1', 'base64url')

/** Names a key without telling anything about it: SHA-256 of 32 random bytes under a label of its own. */
export function keyCommitment(secret: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('hanki day key commitment 1\0'), secret]), 'base64url')
}

/** Writes an event as a line of the ledger, which names the hash of the line before it. */
export function ledgerLine(event: KeyEvent, previous: string): string {
  return JSON.stringify({
    at: new Date(event.atSeconds * 1_000).toISOString(),
    event: event.event,
    site: event.siteId,
    day: event.day,
    key: event.commitment,
    ...(event.isImport && { import: true }),
    ...(event.event === 'destroyed' && { reason: event.reason, late_seconds: event.lateSeconds }),
    previous,
  })
}

/** What the next line calls this one. */
export function ledgerHash(line: string): string {
  return hash('sha256', line, 'base64url')
}

/** The event of a line and the hash of the line before it; undefined when it is no line of a ledger. */
export function parseLedgerLine(
  line: string,
): { readonly event: KeyEvent; readonly previous: string } | undefined {
  const fields = parseJson(line)
  if (typeof fields !== 'object' || fields === null) return undefined
  const {
    at,
    event,
    site,
    day,
    key,
    reason,
    late_seconds: late,
    previous,
  } = fields as Record<string, unknown>
  const isImport = (fields as Record<string, unknown>)['import'] === true
  const atSeconds = typeof at === 'string' ? Date.parse(at) / 1_000 : Number.NaN
  const isLine =
    !Number.isNaN(atSeconds) &&
    typeof site === 'number' &&
    typeof day === 'string' &&
    typeof key === 'string' &&
    typeof previous === 'string'
  if (!isLine) return undefined
  const common = { siteId: site as SiteId, day: day as Day, commitment: key, atSeconds, isImport }
  if (event === 'created') return { event: { ...common, event }, previous }
  const known = DESTRUCTION_REASONS.find(candidate => candidate === reason)
  if (event !== 'destroyed' || known === undefined || typeof late !== 'number') return undefined
  return { event: { ...common, event, reason: known, lateSeconds: late }, previous }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
