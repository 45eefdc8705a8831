import { AI_ASSISTANTS } from './sources/ai-assistants.ts'
import { FEDIVERSE } from './sources/fediverse.ts'
import { MAIL } from './sources/mail.ts'
import { OTHER_SOURCES } from './sources/other-sources.ts'
import { SEARCH_ENGINES } from './sources/search-engines.ts'
import { SHOPPING } from './sources/shopping.ts'
import { SOCIAL_NETWORKS } from './sources/social-networks.ts'
import type { SourceCategory, SourceRow } from './sources/source-row.ts'
import { VIDEO } from './sources/video.ts'

/** A source that people know, and what kind of place it is. */
export type Source = SourceRow & { readonly category: SourceCategory }

/** Every known source. */
export const SOURCES: readonly Source[] = [
  ...withCategory('search', SEARCH_ENGINES),
  ...withCategory('social', [...SOCIAL_NETWORKS, ...FEDIVERSE]),
  ...withCategory('shopping', SHOPPING),
  ...withCategory('video', VIDEO),
  ...withCategory('mail', MAIL),
  ...withCategory('ai', AI_ASSISTANTS),
  ...withCategory('other', OTHER_SOURCES),
]

const BY_HOST = new Map(SOURCES.flatMap(source => source.hosts.map(host => [host, source] as const)))
const BY_APP = new Map(SOURCES.flatMap(source => (source.apps ?? []).map(app => [app, source] as const)))
const BY_ALIAS = new Map(
  SOURCES.flatMap(source =>
    [source.name, ...(source.aliases ?? [])].map(alias => [aliasOf(alias), source] as const),
  ),
)

/** The source of a host: itself, or the nearest host above it that is known; never a part of a name. */
export function sourceOfHost(host: string): Source | undefined {
  for (let above = host; above !== ''; above = above.slice(above.indexOf('.') + 1)) {
    const known = BY_HOST.get(above)
    if (known !== undefined) return known
    if (!above.includes('.')) return undefined
  }
  return undefined
}

/** The source of an app by its id in an `android-app://` or `ios-app://` referrer. */
export function sourceOfApp(id: string): Source | undefined {
  return BY_APP.get(id)
}

/** The source that a tag such as `fb` or `facebook.com` means. */
export function sourceOfTag(tag: string): Source | undefined {
  return BY_ALIAS.get(aliasOf(tag)) ?? sourceOfHost(tag.toLowerCase().replace(/^www\./, ''))
}

/** How tags are compared: lower case, without blanks, hyphens and underscores. */
export function aliasOf(tag: string): string {
  return tag.toLowerCase().replace(/[\s_-]+/g, '')
}

function withCategory(category: SourceCategory, rows: readonly SourceRow[]): readonly Source[] {
  return rows.map(row => ({ ...row, category }))
}
