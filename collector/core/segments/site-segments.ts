import * as v from 'valibot'
import { messagesByPath } from '../messages-by-path.ts'
import { shortText } from '../short-text.ts'
import type { Segment } from './segment.ts'

/** The segments of a site, and the greatest id that was ever given. */
export interface SiteSegments {
  readonly lastId: number
  readonly list: readonly Segment[]
}

export const NO_SEGMENTS: SiteSegments = { lastId: 0, list: [] }

export const MAX_SEGMENTS = 200
const MAX_NAME = 120
/** Longest filters of a segment, characters of JSON. */
const MAX_FILTERS = 10_000

const id = v.pipe(v.number(), v.integer(), v.minValue(1))

/** As the database keeps them. */
export const SITE_SEGMENTS_SCHEMA = v.pipe(
  v.object({
    last_id: v.pipe(v.number(), v.integer(), v.minValue(0)),
    segments: v.array(v.object({ id, name: v.string(), filters: v.unknown() })),
  }),
  v.transform((body): SiteSegments => ({ lastId: body.last_id, list: body.segments })),
)

/** The other way. */
export function toSiteSegmentsBody({
  lastId,
  list,
}: SiteSegments): v.InferInput<typeof SITE_SEGMENTS_SCHEMA> {
  return { last_id: lastId, segments: [...list] }
}

/** A segment as somebody sends it: a name and filters. */
export const SEGMENT_BODY_SCHEMA = v.strictObject({
  name: shortText(MAX_NAME),
  filters: v.pipe(
    v.array(v.unknown(), 'must be a list of filters'),
    v.minLength(1, 'must hold at least one filter'),
  ),
})

export type SegmentResult =
  | { readonly ok: true; readonly segment: Omit<Segment, 'id'> }
  /** Messages by the path of the field. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Reads a segment; `faultsOf` says what is wrong with its filters. Every fault is told, by path. */
export function parseSegment(
  value: unknown,
  faultsOf: (filters: readonly unknown[]) => readonly string[],
): SegmentResult {
  const result = v.safeParse(SEGMENT_BODY_SCHEMA, value)
  if (!result.success) {
    const errors = messagesByPath(
      result.issues.map(issue => [v.getDotPath(issue) ?? 'segment', issue.message]),
    )
    return { ok: false, errors }
  }
  const faults = faultsOf(result.output.filters)
  if (faults.length > 0) return { ok: false, errors: { filters: faults } }
  // Only now: filters without faults are not so deep that writing them down would take all of the stack.
  if (JSON.stringify(result.output.filters).length > MAX_FILTERS)
    return { ok: false, errors: { filters: [`may have at most ${MAX_FILTERS} characters`] } }
  return { ok: true, segment: result.output }
}
