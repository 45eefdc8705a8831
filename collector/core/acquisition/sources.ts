import { AI_ASSISTANTS } from './sources/ai-assistants.ts'
import { DEVELOPERS } from './sources/developers.ts'
import { FEDIVERSE } from './sources/fediverse.ts'
import { MAIL } from './sources/mail.ts'
import { NEWS } from './sources/news.ts'
import { REFERENCE } from './sources/reference.ts'
import { SEARCH_ENGINES } from './sources/search-engines.ts'
import { SERVICES } from './sources/services.ts'
import { SHOPPING } from './sources/shopping.ts'
import { SOCIAL_NETWORKS } from './sources/social-networks.ts'
import type { SourceCategory, SourceRow } from './sources/source-row.ts'
import { VIDEO } from './sources/video.ts'

/** A source that people know by name, and the class that its channel is made of. */
export interface Source extends SourceRow {
  readonly category: SourceCategory
}

/** Every source with a name. A host may lie within another's (`mail.google.com`, `google.com`): the longest one counts. */
export const SOURCES: readonly Source[] = [
  ...inCategory('search', SEARCH_ENGINES),
  ...inCategory('social', SOCIAL_NETWORKS),
  ...inCategory('social', FEDIVERSE),
  ...inCategory('shopping', SHOPPING),
  ...inCategory('video', VIDEO),
  ...inCategory('mail', MAIL),
  ...inCategory('ai', AI_ASSISTANTS),
  ...inCategory('other', NEWS),
  ...inCategory('other', DEVELOPERS),
  ...inCategory('other', REFERENCE),
  ...inCategory('other', SERVICES),
]

function inCategory(category: SourceCategory, rows: readonly SourceRow[]): Source[] {
  return rows.map(row => ({ ...row, category }))
}
