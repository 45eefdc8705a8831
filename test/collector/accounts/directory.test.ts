import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApiKey, findApiKey } from '../../../collector/accounts/api-keys.ts'
import { type Directory, openDirectory } from '../../../collector/accounts/directory.ts'
import { closeSession, openSession, SESSION_SECONDS } from '../../../collector/accounts/sessions.ts'
import {
  createFirstUser,
  createSetupLink,
  SETUP_LINK_SECONDS,
} from '../../../collector/accounts/setup-links.ts'
import { tokenHash } from '../../../collector/accounts/tokens.ts'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'

const OWNER = { email: 'owner@example.com', password: 'correct horse battery' }
const clock = { now: Math.floor(Date.now() / 1_000) }
const nowSeconds = (): number => clock.now

describe('openDirectory', () => {
  let engine: TestEngine
  let directory: Directory
  /** A second process on the same database. */
  let other: Directory
  beforeAll(async () => {
    engine = await openTestEngine()
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    for (const table of ['sites', 'users', 'sessions', 'api_keys', 'setup_links']) {
      await engine.client.command({ query: 'TRUNCATE TABLE {table:Identifier}', query_params: { table } })
    }
    const open = () => openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
    directory = await open()
    other = await open()
  })

  async function newSite(domain: string, by = directory) {
    const site = await by.addSite({ domain, timezone: 'UTC' })
    if (site === undefined) throw new Error(`${domain} was refused`)
    return site
  }

  it('gives rising ids and never one twice, not even after a removal', async () => {
    const first = await newSite('a.example')
    const second = await newSite('b.example')
    await directory.removeSite(second)
    const third = await newSite('b.example')
    expect([first.id, second.id, third.id]).toEqual([1, 2, 3])
  })

  it('refuses a domain that is tracked, also by another process that was not seen yet', async () => {
    await newSite('a.example', other)
    expect(directory.siteByDomain('a.example')).toBeUndefined()
    expect(await directory.addSite({ domain: 'a.example', timezone: 'UTC' })).toBeUndefined()
    expect(directory.sites()).toHaveLength(1)
  })

  it('gives different ids to sites that are added at the same moment', async () => {
    const sites = await Promise.all(['a', 'b', 'c', 'd'].map(name => newSite(`${name}.example`)))
    expect(new Set(sites.map(({ id }) => id)).size).toBe(4)
  })

  it('sees what another process changed after a refresh', async () => {
    const site = await newSite('a.example', other)
    expect(directory.siteByDomain('a.example')).toBeUndefined()
    expect(await directory.refresh()).toBe(true)
    expect(directory.siteByDomain('a.example')).toEqual(site)
    expect(directory.siteById(site.id)).toEqual(site)
  })

  it('knows a key by its whole text, keeps only its hash, and forgets it with its site', async () => {
    const site = await newSite('a.example')
    const { key, record } = await createApiKey({ directory, nowSeconds }, site, ['stats:read'])
    expect(key).toMatch(/^hanki_[\w-]{43}$/)
    expect(findApiKey(directory, key)).toEqual(record)
    expect(findApiKey(directory, record.id)).toBeUndefined()
    expect(findApiKey(directory, `${key}x`)).toBeUndefined()
    expect(JSON.stringify(directory.keys())).not.toContain(key)
    await directory.removeSite(site)
    expect(directory.keys()).toEqual([])
    expect(findApiKey(directory, key)).toBeUndefined()
  })

  it('makes one first user per installation, from the newest link, once', async () => {
    const deps = { directory, nowSeconds }
    const old = await createSetupLink(deps)
    const token = await createSetupLink({ directory: other, nowSeconds })
    expect(await createFirstUser(deps, { token: old ?? '', ...OWNER })).toEqual({ status: 'gone' })
    const tries = await Promise.all(
      [1, 2, 3].map(number =>
        createFirstUser(deps, { token: token ?? '', ...OWNER, email: `owner${number}@example.com` }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'created')).toHaveLength(1)
    expect(directory.users()).toHaveLength(1)
    expect(await createSetupLink(deps)).toBeUndefined()
  })

  it('refuses a link after 15 minutes', async () => {
    const deps = { directory, nowSeconds }
    const token = (await createSetupLink(deps)) ?? ''
    expect(directory.isSetupLink(tokenHash(token))).toBe(true)
    clock.now += SETUP_LINK_SECONDS
    expect(await createFirstUser(deps, { token, ...OWNER })).toEqual({ status: 'gone' })
  })

  it('keeps a set-up link alive through a form that was filled in wrongly', async () => {
    const deps = { directory, nowSeconds }
    const token = (await createSetupLink(deps)) ?? ''
    expect(await createFirstUser(deps, { token, email: 'x', password: 'short' })).toMatchObject({
      status: 'invalid',
      errors: { email: expect.any(String), password: expect.any(String) },
    })
    expect(await createFirstUser(deps, { token, ...OWNER })).toMatchObject({ status: 'created' })
  })

  it('ends a session after 14 days and at sign-out', async () => {
    const deps = { directory, nowSeconds }
    const result = await createFirstUser(deps, { token: (await createSetupLink(deps)) ?? '', ...OWNER })
    if (result.status !== 'created') throw new Error(result.status)
    const first = await openSession(deps, result.user, 'Firefox on Windows')
    const second = await openSession(deps, result.user, '')
    await closeSession(directory, first)
    expect(directory.userBySession(tokenHash(first))).toBeUndefined()
    expect(directory.userBySession(tokenHash(second))).toEqual(result.user)
    await other.refresh()
    expect(other.userBySession(tokenHash(second))).toEqual(result.user)
    clock.now += SESSION_SECONDS
    expect(directory.userBySession(tokenHash(second))).toBeUndefined()
  })
})

describe('openDirectory without its database', () => {
  it('keeps answering from memory and tells that it could not refresh', async () => {
    const engine = await openTestEngine()
    const failures: unknown[] = []
    const directory = await openDirectory({
      settings: openSettingsStore(engine.client),
      nowSeconds,
      onRefreshFailure: error => failures.push(error),
    })
    const site = await directory.addSite({ domain: 'a.example', timezone: 'UTC' })
    await engine.close()
    expect(await directory.refresh()).toBe(false)
    expect(failures).toHaveLength(1)
    expect(directory.siteByDomain('a.example')).toEqual(site)
    await expect(directory.addSite({ domain: 'b.example', timezone: 'UTC' })).rejects.toThrow()
    expect(directory.siteByDomain('b.example')).toBeUndefined()
  })
})
