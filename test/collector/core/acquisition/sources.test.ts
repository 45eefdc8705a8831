import { getDomain, getPublicSuffix } from 'tldts'
import { describe, expect, it } from 'vitest'
import { foldTag, sourceOfHost, sourceOfTag } from '../../../../collector/core/acquisition/known-source.ts'
import { SOURCE_CATEGORIES } from '../../../../collector/core/acquisition/sources/source-row.ts'
import { SPAM_HOSTS } from '../../../../collector/core/acquisition/sources/spam-hosts.ts'
import { SOURCES } from '../../../../collector/core/acquisition/sources.ts'

const HOSTS = SOURCES.flatMap(({ hosts }) => hosts)
const APPS = SOURCES.flatMap(({ apps = [] }) => apps)
/** What a tag may be besides a host or an app: names as they are folded, aliases, and those of advertisements. */
const TAGS = SOURCES.flatMap(({ name, aliases = [], adAliases = [] }) => [
  foldTag(name),
  ...aliases,
  ...adAliases,
])

/** What stands more than once. */
function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}

/** Text that is no host name of labels of at most 63 letters, digits and hyphens. */
function isNoHost(host: string): boolean {
  const labels = host.split('.')
  return labels.length < 2 || labels.some(label => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
}

/** Hosts that a browser would write otherwise: with `www.`, in capitals, not in punycode. */
function isOtherwiseInUrls(host: string): boolean {
  return new URL(`https://${host}/`).hostname !== host || host.startsWith('www.')
}

describe('SOURCES', () => {
  it('has at least 800 hosts besides those of Google', () => {
    expect(new Set(HOSTS.filter(host => !host.startsWith('google.'))).size).toBeGreaterThanOrEqual(800)
  })

  it('has every category', () => {
    expect(new Set(SOURCES.map(({ category }) => category))).toEqual(new Set(SOURCE_CATEGORIES))
  })

  it.each([
    ['name', SOURCES.map(({ name }) => name)],
    ['host', HOSTS],
    ['app', APPS],
    ['name or alias', TAGS],
  ])('has no %s twice', (_, values) => {
    expect(repeated(values)).toEqual([])
  })

  it('says of every source what it is', () => {
    expect(SOURCES.filter(({ name, why }) => name.trim() === '' || why.trim() === '')).toEqual([])
  })

  it('can reach every source', () => {
    const reachable = (name: string): boolean => sourceOfTag(name)?.source.name === name
    expect(SOURCES.map(({ name }) => name).filter(name => !reachable(name))).toEqual([])
  })

  it('has hosts as URLs have them', () => {
    expect(HOSTS.filter(host => isNoHost(host) || isOtherwiseInUrls(host))).toEqual([])
  })

  it('has no host that another one of its row has within it', () => {
    const within = SOURCES.flatMap(({ hosts }) =>
      hosts.filter(host => hosts.some(other => host.endsWith(`.${other}`))),
    )
    expect(within).toEqual([])
  })

  it('has no public suffix of a registry as a host: everybody would be within it', () => {
    expect(HOSTS.filter(host => getDomain(host) === null || getPublicSuffix(host) === host)).toEqual([])
  })

  it('has aliases that tags are folded to', () => {
    expect(TAGS.filter(tag => tag === '' || foldTag(tag) !== tag)).toEqual([])
  })

  it('has no alias that is another source’s host', () => {
    const wrong = SOURCES.flatMap(({ name, aliases = [], adAliases = [] }) =>
      [foldTag(name), ...aliases, ...adAliases].filter(tag => (sourceOfHost(tag)?.name ?? name) !== name),
    )
    expect(wrong).toEqual([])
  })

  it('has ids of apps in lower case', () => {
    expect(APPS.filter(app => !/^(\d{6,}|[a-z0-9_]+(\.[a-z0-9_]+)+)$/.test(app))).toEqual([])
  })

  it('reads no alias as the advertisement of another', () => {
    const adAliases = new Set(SOURCES.flatMap(({ adAliases = [] }) => adAliases))
    const others = TAGS.filter(
      tag => !adAliases.has(tag) && /ads?$/.test(tag) && TAGS.includes(tag.replace(/ads?$/, '')),
    )
    expect(others).toEqual([])
  })
})

describe('SPAM_HOSTS', () => {
  it('has at least 100 hosts, none twice', () => {
    expect(SPAM_HOSTS.length).toBeGreaterThanOrEqual(100)
    expect(repeated(SPAM_HOSTS)).toEqual([])
  })

  it('has hosts as URLs have them, and no public suffix', () => {
    expect(SPAM_HOSTS.filter(host => isNoHost(host) || isOtherwiseInUrls(host))).toEqual([])
    expect(SPAM_HOSTS.filter(host => getDomain(host) === null)).toEqual([])
  })

  it('has no known source, nor a host within one', () => {
    expect(SPAM_HOSTS.filter(host => sourceOfHost(host) !== undefined)).toEqual([])
  })
})
