import { hash } from 'node:crypto'
import type { SiteId } from '../ids.ts'

/** What people and programs do here that leaves a trace. */
export const AUDIT_ACTIONS = [
  'setup_link_made',
  'set_up',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'session_ended',
  'password_changed',
  'password_reset_made',
  'password_reset_asked',
  'second_factor_added',
  'second_factor_removed',
  'recovery_code_used',
  'provider_linked',
  'provider_unlinked',
  'passkey_added',
  'passkey_renamed',
  'passkey_removed',
  /** Somebody else has signed with the same key. */
  'passkey_copied',
  'accounts_read',
  'operator_made',
  'operator_unmade',
  'account_removed',
  'invited',
  'invitation_taken_back',
  'joined',
  'role_changed',
  'person_removed',
  'left',
  'site_added',
  'site_renamed',
  'site_reset',
  'site_removed',
  'keys_read',
  'key_added',
  'key_revoked',
  'share_links_read',
  'share_link_added',
  'share_link_revoked',
  /** The first time on a day. Nothing is noted of who opened it. */
  'share_link_opened',
  'share_link_refused',
  'made_public',
  'made_private',
  /** The first time on a day, UTC. */
  'key_used',
  'settings_read',
  'settings_changed',
  'people_read',
  'goal_saved',
  'goal_removed',
  'segment_saved',
  'segment_removed',
  'funnel_saved',
  'funnel_removed',
  'annotation_saved',
  'annotation_removed',
  'events_removed',
  /** What was counted of removed and reset sites is gone from the disk. */
  'erased',
  'removals_read',
  'audit_log_read',
  'audit_log_exported',
  'statistics_exported',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Who did something: a person, a program with a key, whoever has a shell on the machine, Hanki by itself, or somebody who is not known. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  | { readonly kind: 'key'; readonly id: string }
  | { readonly kind: 'command_line' }
  | { readonly kind: 'hanki' }
  | { readonly kind: 'unknown' }

/** What was done. It holds nothing about visitors. */
export interface Deed {
  readonly actor: Actor
  readonly action: AuditAction
  /** Domain of the site that it was done to. */
  readonly site?: string
  /** Whom or what it was about: an e-mail address of a user, the name of a goal. */
  readonly subject?: string
  /** What became of it, such as a role. */
  readonly outcome?: string
}

/** A line of the audit log. */
export interface AuditEntry extends Deed {
  /** From 1. */
  readonly number: number
  readonly atSeconds: number
}

/** What a site is called that is no more, or has begun anew: its domain may be another one's by then. */
export function siteNumber(id: SiteId): string {
  return `number ${id}`
}

/** The hash that the first entry names as the one before it. */
export const AUDIT_START = hash('sha256', 'hanki audit log 1', 'base64url')

/** Writes an entry as a line, which names the hash of the line before it. */
export function auditLine(
  { number, atSeconds, actor, action, ...about }: AuditEntry,
  previous: string,
): string {
  return JSON.stringify({
    number,
    at: new Date(atSeconds * 1_000).toISOString(),
    actor,
    action,
    ...about,
    previous,
  })
}

/** What the next line calls this one. */
export function auditHash(line: string): string {
  return hash('sha256', line, 'base64url')
}

/** The entry of a line and the hash of the line before it; undefined when it is no line of an audit log. */
export function parseAuditLine(
  line: string,
): { readonly entry: AuditEntry; readonly previous: string } | undefined {
  const fields = parseObject(line)
  if (fields === undefined) return undefined
  const { number, at, actor, action, site, subject, outcome, previous } = fields
  const known = AUDIT_ACTIONS.find(candidate => candidate === action)
  const who = toActor(actor)
  const atSeconds = typeof at === 'string' ? Date.parse(at) / 1_000 : Number.NaN
  const isLine = typeof number === 'number' && !Number.isNaN(atSeconds) && typeof previous === 'string'
  if (!isLine || known === undefined || who === undefined) return undefined
  return {
    previous,
    entry: {
      number,
      atSeconds,
      actor: who,
      action: known,
      ...(typeof site === 'string' && { site }),
      ...(typeof subject === 'string' && { subject }),
      ...(typeof outcome === 'string' && { outcome }),
    },
  }
}

function toActor(value: unknown): Actor | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, id, name } = value as Record<string, unknown>
  if (kind === 'user' && typeof id === 'string' && typeof name === 'string') return { kind, id, name }
  if (kind === 'key' && typeof id === 'string') return { kind, id }
  return kind === 'command_line' || kind === 'hanki' || kind === 'unknown' ? { kind } : undefined
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
