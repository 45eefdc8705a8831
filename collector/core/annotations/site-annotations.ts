import * as v from 'valibot'
import type { Day } from '../ids.ts'
import { messagesByPath } from '../messages-by-path.ts'
import { shortText } from '../short-text.ts'
import { isDay } from '../time/calendar.ts'

/** A note of somebody's about a day of a site: what happened then. */
export interface Annotation {
  readonly id: number
  readonly day: Day
  readonly text: string
}

/** The annotations of a site, and the greatest id that was ever given. */
export interface SiteAnnotations {
  readonly lastId: number
  readonly list: readonly Annotation[]
}

export const NO_ANNOTATIONS: SiteAnnotations = { lastId: 0, list: [] }

export const MAX_ANNOTATIONS = 1_000
const MAX_TEXT = 300

const day = v.pipe(
  v.string('must be a day, such as 2026-11-24'),
  v.check(isDay, 'must be a day, such as 2026-11-24'),
  v.transform(text => text as Day),
)

/** As the database keeps them. */
export const SITE_ANNOTATIONS_SCHEMA = v.pipe(
  v.object({
    last_id: v.pipe(v.number(), v.integer(), v.minValue(0)),
    annotations: v.array(
      v.object({ id: v.pipe(v.number(), v.integer(), v.minValue(1)), day, text: v.string() }),
    ),
  }),
  v.transform((body): SiteAnnotations => ({ lastId: body.last_id, list: body.annotations })),
)

/** The other way. */
export function toSiteAnnotationsBody({ lastId, list }: SiteAnnotations) {
  return { last_id: lastId, annotations: list }
}

/** An annotation as somebody sends it. */
export const ANNOTATION_BODY_SCHEMA = v.strictObject({
  day,
  text: shortText(MAX_TEXT),
})

export type AnnotationResult =
  | { readonly ok: true; readonly annotation: Omit<Annotation, 'id'> }
  /** Messages by the path of the field. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Reads an annotation. Every fault is told, by path. */
export function parseAnnotation(value: unknown): AnnotationResult {
  const result = v.safeParse(ANNOTATION_BODY_SCHEMA, value)
  if (result.success) return { ok: true, annotation: result.output }
  const issues = result.issues.map(issue => [v.getDotPath(issue) ?? 'annotation', issue.message] as const)
  return { ok: false, errors: messagesByPath(issues) }
}

/** The annotations with one more, by day and then as they were added. */
export function withAnnotation(
  { lastId, list }: SiteAnnotations,
  added: Omit<Annotation, 'id'>,
): SiteAnnotations {
  const id = lastId + 1
  return { lastId: id, list: inOrder([...list, { id, ...added }]) }
}

/** The annotations with another day or text of one; the same when none has the id. */
export function withChangedAnnotation(
  annotations: SiteAnnotations,
  id: number,
  changed: Omit<Annotation, 'id'>,
): SiteAnnotations {
  const list = annotations.list.map(known => (known.id === id ? { id, ...changed } : known))
  return { ...annotations, list: inOrder(list) }
}

/** The annotations without one. */
export function withoutAnnotation(annotations: SiteAnnotations, id: number): SiteAnnotations {
  return { ...annotations, list: annotations.list.filter(known => known.id !== id) }
}

function inOrder(list: readonly Annotation[]): readonly Annotation[] {
  return list.toSorted((a, b) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1))
}
