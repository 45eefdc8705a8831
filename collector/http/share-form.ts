import type { Checked } from '../accounts/checked.ts'
import type { Deed } from '../core/audit/audit-entry.ts'
import type { ShareLink, Site } from '../core/ports.ts'
import { fixSegment } from '../core/sharing/fixed-segment.ts'
import { parseFramingOrigins } from '../core/sharing/framing-origin.ts'
import {
  type FixedSegment,
  LEAST_MINIMUM,
  MOST_MINIMUM,
  type ShareLimits,
} from '../core/sharing/share-limits.ts'
import type { PublicViewBody } from './contract.ts'

export type ShareForm =
  | { readonly ok: true; readonly limits: ShareLimits; readonly origins: readonly string[] }
  /** A message for each field that is wrong. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** Reads what a link, or the public view of a site, is to be limited to; `present` is the segment that `kept` means. */
export function parseShareForm(
  fields: Readonly<Record<string, unknown>>,
  site: Site,
  present?: FixedSegment,
): ShareForm {
  const segment = parseSegmentId(fields['segment_id'], site, present)
  const minimum = parseMinimum(fields['minimum_visitors'])
  const origins = parseFramingOrigins(fields['origins'])
  if (segment.ok && minimum.ok && origins.ok) {
    return { ok: true, limits: { segment: segment.value, minimum: minimum.value }, origins: origins.value }
  }
  return {
    ok: false,
    errors: {
      ...(segment.ok ? {} : { segment_id: segment.error }),
      ...(minimum.ok ? {} : { minimum_visitors: minimum.error }),
      ...(origins.ok ? {} : { origins: origins.error }),
    },
  }
}

/** What a link is limited to, in the words of the API. */
export function shareLimitsBody({
  limits,
  origins,
}: Pick<ShareLink, 'limits' | 'origins'>): Pick<PublicViewBody, 'segment' | 'minimum_visitors' | 'origins'> {
  return {
    segment: limits.segment?.name ?? null,
    minimum_visitors: limits.minimum,
    origins: [...origins],
  }
}

/** What of a site a link shows, as the audit log says it; nothing where it is everything. */
export function limitsInShort({
  limits: { segment, minimum },
}: Pick<ShareLink, 'limits'>): Pick<Deed, 'outcome'> {
  const limits = [
    ...(segment === undefined ? [] : [`segment ${segment.name}`]),
    ...(minimum === 0 ? [] : [`minimum ${minimum}`]),
  ]
  return limits.length === 0 ? {} : { outcome: limits.join(', ') }
}

function parseSegmentId(
  typed: unknown,
  { segments }: Site,
  present: FixedSegment | undefined,
): Checked<FixedSegment | undefined> {
  if (typed === undefined || typed === null) return { ok: true, value: undefined }
  if (typed === 'kept' && present !== undefined) return { ok: true, value: present }
  const segment = segments.list.find(({ id }) => id === typed)
  if (segment === undefined) return { ok: false, error: 'The site has no such segment.' }
  const fixed = fixSegment(segment)
  return fixed === undefined
    ? {
        ok: false,
        error:
          'A link cannot be limited to a segment that asks for goals, since these can be changed later. Use event:page or event:name.',
      }
    : { ok: true, value: fixed }
}

function parseMinimum(typed: unknown): Checked<number> {
  if (typed === undefined || typed === null || typed === 0) return { ok: true, value: 0 }
  const isMinimum =
    typeof typed === 'number' && Number.isInteger(typed) && typed >= LEAST_MINIMUM && typed <= MOST_MINIMUM
  return isMinimum
    ? { ok: true, value: typed }
    : { ok: false, error: `Use a whole number from ${LEAST_MINIMUM} to ${MOST_MINIMUM}, or 0 for none.` }
}
