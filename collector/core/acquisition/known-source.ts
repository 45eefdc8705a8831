import { listedHost } from './listed-host.ts'
import { SOURCES, type Source } from './sources.ts'

/** What a tag of a campaign means. */
export interface TaggedSource {
  readonly source: Source
  /** True when the tag says that it was an advertisement, as `google-ads` does. */
  readonly isAd: boolean
}

const BY_NAME = new Map(SOURCES.map(source => [source.name, source]))
const BY_HOST = mapBy(({ hosts }) => hosts)
const BY_APP = mapBy(({ apps = [] }) => apps)
const BY_ALIAS = mapBy(({ name, aliases = [] }) => [foldTag(name), ...aliases])
const BY_AD_ALIAS = mapBy(({ adAliases = [] }) => adAliases)

/** The source of a name as it is in the lists. */
export function sourceOfName(name: string): Source | undefined {
  return BY_NAME.get(name)
}

/** The source of a host (lower case, without `www.`): its own, or the nearest parent domain's that is listed. */
export function sourceOfHost(host: string): Source | undefined {
  const listed = listedHost(host, BY_HOST)
  return listed === undefined ? undefined : BY_HOST.get(listed)
}

/** The source of an app's id (lower case), such as `com.google.android.gm`. */
export function sourceOfApp(id: string): Source | undefined {
  return BY_APP.get(id)
}

/**
 * The source that a value of utm_source, source or ref means: by name or alias, whatever the case, spaces, `-` and `_`;
 * by one of these with `ad` or `ads` after it; by host; or by app.
 */
export function sourceOfTag(tag: string): TaggedSource | undefined {
  const folded = foldTag(tag)
  const source = BY_ALIAS.get(folded)
  if (source !== undefined) return { source, isAd: false }
  const advertiser = BY_AD_ALIAS.get(folded) ?? BY_ALIAS.get(folded.replace(/ads?$/, ''))
  if (advertiser !== undefined) return { source: advertiser, isAd: true }
  const host = tag.toLowerCase()
  const named = sourceOfHost(host) ?? sourceOfApp(host)
  return named && { source: named, isAd: false }
}

/** A tag as aliases are written. */
export function foldTag(tag: string): string {
  return tag.toLowerCase().replace(/[\s_-]+/g, '')
}

function mapBy(keysOf: (source: Source) => readonly string[]): ReadonlyMap<string, Source> {
  return new Map(SOURCES.flatMap(source => keysOf(source).map(key => [key, source] as const)))
}
