import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day, SiteId } from '../../../../collector/core/ids.ts'
import type {
  ApiKey,
  Invitation,
  Membership,
  PasswordReset,
  RecordStore,
  Session,
  SettingsStore,
  SetupLink,
  ShareLink,
  Site,
  User,
} from '../../../../collector/core/ports.ts'
import { DEFAULT_SITE_SETTINGS } from '../../../../collector/core/site/site-settings.ts'
import { openSettingsStore } from '../../../../collector/storage/settings/settings-store.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'

const NOW = 1_790_000_000
const SITE: Site = {
  id: 7 as SiteId,
  domain: 'example.com',
  formerDomains: [{ domain: 'old.example', untilSeconds: 1_700_000_000 }],
  timezone: 'Europe/Helsinki',
  zoneChanges: [{ timezone: 'America/New_York', fromSeconds: NOW + 86_400 }],
  settings: {
    ...DEFAULT_SITE_SETTINGS,
    precision: 'network',
    shields: { hostnames: [], pages: ['/admin/**'], countries: ['FI'], networks: ['192.0.2.0/24'] },
  },
  goals: [
    {
      kind: 'event',
      displayName: "It's done",
      eventName: 'Signup',
      currency: 'EUR',
      props: [{ key: 'plan', value: 'pro' }],
    },
    { kind: 'page', displayName: 'Thanks', pagePattern: '/thanks*', props: [] },
    { kind: 'scroll', displayName: 'Read', pagePattern: '/**', scrollThreshold: 75, props: [] },
  ],
  segments: { lastId: 4, list: [{ id: 3, name: 'Nordic', filters: [['is', 'visit:country', ['FI']]] }] },
  annotations: { lastId: 9, list: [{ id: 8, day: '2026-11-24' as Day, text: "Mother's day" }] },
  funnels: {
    lastId: 5,
    list: [
      {
        id: 2,
        name: "Who's buying",
        within: 'day',
        steps: [
          { kind: 'page', pagePattern: '/shop/**' },
          { kind: 'goal', goal: "It's done" },
          { kind: 'event', eventName: 'Paid' },
        ],
      },
    ],
  },
  createdAtSeconds: NOW,
}
const USER: User = {
  id: 'ab12',
  email: "o'owner@example.com",
  passwordHash: '$argon2id$v=19$x',
  isOperator: false,
  secondFactor: {
    totpSecret: 'JBSWY3DPEHPK3PXP',
    passkeys: [
      {
        credentialId: 'c_-1',
        publicKey: 'pQEC',
        signCount: 4_294_967_295,
        transports: ['internal', 'hybrid'],
        name: 'Maija\'s "phone"',
        createdAtSeconds: NOW,
        lastUsedOn: '2026-02-28',
      },
      {
        credentialId: 'd',
        publicKey: 'pQED',
        signCount: 0,
        transports: [],
        name: 'Key',
        createdAtSeconds: NOW,
        lastUsedOn: undefined,
      },
    ],
    recoveryHashes: ['f00', 'ba4'],
  },
  providerLink: { issuer: 'https://login.example.com', subject: 'Ä 4711' },
  createdAtSeconds: NOW,
}
const SESSION: Session = {
  tokenHash: 'c0ffee',
  userId: 'ab12',
  client: 'Firefox on Windows',
  hasProviderFactor: true,
  createdAtSeconds: NOW,
  expiresAtSeconds: 4_000_000_000,
}
const KEY: ApiKey = {
  id: 'hanki_abcdefgh',
  keyHash: 'f00d',
  name: 'Varasto, ääkköset',
  siteId: 7 as SiteId,
  scopes: ['stats:read', 'events:import'],
  createdBy: 'ab12',
  createdAtSeconds: NOW,
  expiresAtSeconds: NOW + 86_400,
}
const LINK: SetupLink = { tokenHash: 'beef', expiresAtSeconds: 4_000_000_000 }
const MEMBERSHIP: Membership = {
  siteId: 7 as SiteId,
  userId: 'ab12',
  role: 'editor',
  createdAtSeconds: NOW,
}
const RESET: PasswordReset = { tokenHash: 'feed', userId: 'ab12', expiresAtSeconds: 4_000_000_000 }
const INVITATION: Invitation = {
  tokenHash: 'cafe',
  siteId: 7 as SiteId,
  email: "o'new@example.com",
  role: 'viewer',
  invitedBy: 'ab12',
  createdAtSeconds: NOW,
  expiresAtSeconds: 4_000_000_000,
}

const SHARE: ShareLink = {
  id: 'hanki_share_abcdefgh',
  tokenHash: 'f'.repeat(64),
  name: 'Board',
  siteId: 7 as SiteId,
  passwordHash: '$argon2id$v=19$x',
  createdBy: 'u1',
  createdAtSeconds: 1_800_000_000,
  expiresAtSeconds: undefined,
  limits: { segment: { name: 'Blog', filters: [['is', 'event:page', ["/it's"]]] }, minimum: 5 },
  origins: ['https://example.com'],
  isPublic: false,
  isIndexed: true,
}

describe('openSettingsStore', () => {
  let engine: TestEngine
  let settings: SettingsStore
  beforeAll(async () => {
    engine = await openTestEngine()
    settings = openSettingsStore(engine.client)
  })
  afterAll(() => engine.close())

  async function roundTrip<T>(store: RecordStore<T>, record: T): Promise<void> {
    await store.put(record)
    expect(await store.list()).toEqual([record])
    await store.remove(record)
    expect(await store.list()).toEqual([])
  }

  it('has no highest site id before the first site', async () => {
    expect(await settings.highestSiteId()).toBe(0)
  })

  it('gives back every kind of record as it was put, and forgets it when removed', async () => {
    await roundTrip(settings.sites, SITE)
    await roundTrip(settings.users, USER)
    await roundTrip(settings.sessions, SESSION)
    await roundTrip(settings.apiKeys, KEY)
    await roundTrip(settings.setupLinks, LINK)
    await roundTrip(settings.memberships, MEMBERSHIP)
    await roundTrip(settings.invitations, INVITATION)
    await roundTrip(settings.passwordResets, RESET)
    await roundTrip(settings.shareLinks, SHARE)
  })

  it('remembers the id of a removed site as the highest', async () => {
    expect(await settings.highestSiteId()).toBe(7)
  })

  it('replaces a record with the same key', async () => {
    await settings.sites.put({ ...SITE, timezone: 'UTC' })
    await settings.sites.put({ ...SITE, timezone: 'Europe/Rome' })
    expect((await settings.sites.list()).map(({ timezone }) => timezone)).toEqual(['Europe/Rome'])
    await settings.sites.remove(SITE)
  })

  it('removes what is not there without a complaint', async () => {
    await settings.sessions.remove({ ...SESSION, tokenHash: 'never' })
    expect(await settings.sessions.list()).toEqual([])
  })

  it('keeps quotes, backslashes and line ends in text', async () => {
    const email = `x'"\\\n\t{id:String}@example.com`
    await settings.users.put({ ...USER, id: 'quotes', email })
    expect((await settings.users.list()).map(user => user.email)).toEqual([email])
    await settings.users.remove({ ...USER, id: 'quotes' })
  })

  it('has the same revision until something is written', async () => {
    const before = await settings.revision()
    expect(await settings.revision()).toBe(before)
    await settings.setupLinks.put(LINK)
    const afterPut = await settings.revision()
    expect(afterPut).not.toBe(before)
    await settings.setupLinks.remove(LINK)
    expect(await settings.revision()).not.toBe(afterPut)
  })

  it('wins against a record that a faster clock wrote, once it has been seen', async () => {
    const farFuture = (BigInt(Date.now() + 3_600_000) * 1_000_000n).toString()
    await engine.client.insert({
      table: 'sites',
      values: [
        { id: 9, domain: 'clock.example', timezone: 'UTC', created_at: NOW, version: farFuture, deleted: 0 },
      ],
      format: 'JSONEachRow',
    })
    const [site] = await settings.sites.list()
    if (site === undefined) throw new Error('the row was not stored')
    await settings.sites.remove(site)
    expect(await settings.sites.list()).toEqual([])
  })

  it('fails loudly on a row that makes no sense, without showing its values', async () => {
    await engine.client.insert({
      table: 'users',
      values: [{ id: 'bad', email: '', password_hash: 'secret', created_at: NOW, version: '1', deleted: 0 }],
      format: 'JSONEachRow',
    })
    await expect(settings.users.list()).rejects.toThrow(
      'A row of users is missing or has wrong values in: email',
    )
    await engine.client.command({ query: 'TRUNCATE TABLE users' })
  })
})
