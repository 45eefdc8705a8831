import { getDomain } from 'tldts'
import { describe, expect, it } from 'vitest'
import { SOURCE_CATEGORIES } from '../../../../collector/core/acquisition/sources/source-row.ts'
import { aliasOf, SOURCES } from '../../../../collector/core/acquisition/sources.ts'

const hosts = SOURCES.flatMap(({ name, hosts }) => hosts.map(host => ({ name, key: host })))
const aliases = SOURCES.flatMap(({ name, aliases }) =>
  [...new Set([name, ...(aliases ?? [])].map(aliasOf))].map(key => ({ name, key })),
)
const apps = SOURCES.flatMap(({ name, apps }) => (apps ?? []).map(key => ({ name, key })))

const twice = (list: readonly { name: string; key: string }[]) => {
  const first = new Map<string, string>()
  return list.flatMap(({ name, key }) => {
    const other = first.get(key)
    first.set(key, name)
    return other === undefined ? [] : [`${key}: ${other} and ${name}`]
  })
}

describe('the list of sources', () => {
  it('knows at least 500 hosts, of every category', () => {
    expect(hosts.length).toBeGreaterThanOrEqual(500)
    expect(new Set(SOURCES.map(({ category }) => category))).toEqual(new Set(SOURCE_CATEGORIES))
  })

  it.each([
    ['host', hosts],
    ['app', apps],
    ['alias', aliases],
  ])('has no %s twice', (_, list) => {
    expect(twice(list)).toEqual([])
  })

  it('says of each why it is there', () => {
    expect(SOURCES.filter(({ why }) => why.trim().length < 3).map(({ name }) => name)).toEqual([])
  })

  it('writes hosts as referrers have them', () => {
    const wrong = hosts.filter(
      ({ key }) =>
        new URL(`https://${key}/`).hostname !== key || key.startsWith('www.') || getDomain(key) === null,
    )
    expect(wrong).toEqual([])
  })

  it('writes aliases and apps as they are compared', () => {
    const wrong = SOURCES.flatMap(({ aliases = [] }) => aliases.filter(alias => aliasOf(alias) !== alias))
    expect(wrong).toEqual([])
    expect(apps.filter(({ key }) => key !== key.toLowerCase() || /[/:\s]/.test(key))).toEqual([])
  })
})
