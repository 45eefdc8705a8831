/** Classes of sources that the channels are made of. `other` is a known name that no channel asks for. */
export const SOURCE_CATEGORIES = ['search', 'social', 'shopping', 'video', 'mail', 'ai', 'other'] as const
export type SourceCategory = (typeof SOURCE_CATEGORIES)[number]

/** A source that people know by name. No host, app or alias is in two rows; `test/collector/core/acquisition/` checks it. */
export interface SourceRow {
  /** What people call it; also an alias of itself. */
  readonly name: string
  /** Registrable domains, or whole hosts where only that host is meant; lower case, without `www.`. */
  readonly hosts: readonly string[]
  /** Further values of utm_source, source and ref that mean it; lower case without spaces, `-` and `_`. */
  readonly aliases?: readonly string[]
  /** Values that mean its advertisements, where no ending `ad` or `ads` after a name says so; written like aliases. */
  readonly adAliases?: readonly string[]
  /** Ids in `android-app://` and `ios-app://` referrers; lower case. Digits alone are ids of Apple's store. */
  readonly apps?: readonly string[]
  /** What it is, with its country when European. */
  readonly why: string
}

/** The words of a text, for lists that would be one host per line otherwise. */
export function listOf(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
