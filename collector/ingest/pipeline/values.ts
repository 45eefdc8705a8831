import type { DailyNote } from '../../core/event/daily-count.ts'
import { ENGAGEMENT, PAGE_VIEW } from '../../core/event/payload.ts'
import {
  findPersonalData,
  PERSONAL_DATA_KINDS,
  withoutPersonalData,
} from '../../core/screening/personal-data.ts'
import { OTHER } from '../counters/bounded-names.ts'
import type { Draft, PipelineTools } from './draft.ts'

/** Events whose `path` property is the page when they carry none. */
const PAGE_EVENTS: ReadonlySet<string> = new Set([
  '404',
  'File Download',
  'Form: Submission',
  'Outbound Link: Click',
])

/** A text as it may be kept: free of personal data, and `(other)` when its dimension has too many values today. */
export function keepText(draft: Draft, tools: PipelineTools, dimension: string, text: string): string {
  if (text === '') return ''
  const screened = withoutPersonalData(text)
  for (const kind of screened.found) note(draft, tools, 'personal_data', kind)
  const { site, keys } = draft
  const kept = tools.values.bound(site.id, keys.current.day, dimension, screened.text)
  if (kept === OTHER && screened.text !== OTHER) note(draft, tools, 'too_many_values', dimension)
  return kept
}

/** The event's name; the two that are not the owner's own are kept however many others somebody sends. */
export function keepName(draft: Draft, tools: PipelineTools): string {
  const { name } = draft.payload
  return name === PAGE_VIEW || name === ENGAGEMENT ? name : keepText(draft, tools, 'name', name)
}

/** The page's host; the site's own is kept however many subdomains somebody makes up. */
export function keepHostname(draft: Draft, tools: PipelineTools): string {
  const { hostname } = draft.payload.url
  return hostname === draft.site.domain ? hostname : keepText(draft, tools, 'hostname', hostname)
}

/** Properties as they may be kept: a pair with personal data in it is left out, and so is one whose name is one too many. */
export function keepProps(
  draft: Draft,
  tools: PipelineTools,
  page: string,
): Readonly<Record<string, string>> {
  const { name, props } = draft.payload
  const kept: Record<string, string> = Object.create(null)
  for (const key in props) {
    const value = props[key] ?? ''
    const kind = findPersonalData(value, key) ?? findPersonalData(key)
    if (kind !== undefined) {
      note(draft, tools, 'personal_data', kind)
      continue
    }
    const keptKey = keepText(draft, tools, 'property', key)
    if (keptKey !== OTHER) kept[key] = keepText(draft, tools, `property ${key}`, value)
  }
  if (PAGE_EVENTS.has(name) && kept['path'] === undefined) kept['path'] = page
  return kept
}

/** Notes what stands in for personal data in a text and was not in what was sent. */
export function noteScreened(draft: Draft, tools: PipelineTools, sent: string, kept: string): void {
  for (const kind of PERSONAL_DATA_KINDS) {
    const placeholder = `[${kind}]`
    if (kept.includes(placeholder) && !sent.includes(placeholder)) note(draft, tools, 'personal_data', kind)
  }
}

function note({ site, keys }: Draft, tools: PipelineTools, reason: DailyNote, name: string): void {
  tools.note({ siteId: site.id, day: keys.current.day, reason, name })
}
