import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { newApiKey } from '../../collector/accounts/api-keys.ts'
import { hashPassword } from '../../collector/accounts/passwords.ts'
import { openSession } from '../../collector/accounts/sessions.ts'
import { newShareLink } from '../../collector/accounts/share-links.ts'
import { newUser } from '../../collector/accounts/users.ts'
import { loadConfig } from '../../collector/config.ts'
import type { Role } from '../../collector/core/access/roles.ts'
import type { ApiKeyScope } from '../../collector/core/access/scopes.ts'
import type { Day } from '../../collector/core/ids.ts'
import type { Site, User } from '../../collector/core/ports.ts'
import { NO_LIMITS } from '../../collector/core/sharing/share-limits.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import { TEST_MEMORY_BYTES } from '../support/engine.ts'
import { apiRoutes } from '../support/routes.ts'

const CALLERS = [
  'nobody',
  'stranger',
  'viewer',
  'editor',
  'admin',
  'owner',
  'operator',
  'readKey',
  'writeKey',
  'manageKey',
  'everyKey',
  'foreignKey',
  'revokedKey',
  'expiredKey',
  'leaverKey',
  'link',
  'closedLink',
  'revokedLink',
] as const
type CallerName = (typeof CALLERS)[number]
/** These are as good as a revoked key: one that is over, or of somebody who has left; a link without its password. */
const WORTHLESS = ['expiredKey', 'leaverKey', 'closedLink', 'revokedLink'] as const
type Expected = Readonly<Record<Exclude<CallerName, (typeof WORTHLESS)[number]>, number>>

const DOMAIN = 'own.example'
const SITE = `/api/sites/${DOMAIN}`

/** The same for everybody. */
const all = (status: number): Expected =>
  Object.fromEntries(CALLERS.map(caller => [caller, status])) as unknown as Expected

/** What people of rising roles on the site may do, and no program. Somebody of another site does not even see it. */
function people(viewer: number, editor: number, admin: number, owner = admin): Expected {
  const keys = {
    readKey: 403,
    writeKey: 403,
    manageKey: 403,
    everyKey: 403,
    foreignKey: 403,
    revokedKey: 401,
    link: 403,
  }
  return { nobody: 401, stranger: 404, viewer, editor, admin, owner, operator: owner, ...keys }
}

/** The same, and what keys for the site or for every one may do by their scopes; `read` with stats:read, `manage` with sites:manage. */
function peopleAndKeys(cells: Expected, read: number, manage: number): Expected {
  return { ...cells, readKey: read, link: read, manageKey: manage, everyKey: manage, foreignKey: 404 }
}

/** A question to the statistics, which names its site in the body. */
const QUESTION: Expected = {
  ...all(200),
  nobody: 401,
  stranger: 401,
  writeKey: 401,
  manageKey: 401,
  everyKey: 401,
  foreignKey: 401,
  revokedKey: 401,
}

/** What people do with their own account. */
const OWN: Expected = {
  ...all(200),
  nobody: 401,
  readKey: 403,
  writeKey: 403,
  manageKey: 403,
  everyKey: 403,
  foreignKey: 403,
  revokedKey: 401,
  link: 403,
}

/** The same with something typed wrongly. */
const OWN_FAULT: Expected = {
  ...OWN,
  stranger: 400,
  viewer: 400,
  editor: 400,
  admin: 400,
  owner: 400,
  operator: 400,
}

/** The same of something that is not there. */
const OWN_NOTHING: Expected = {
  ...OWN,
  stranger: 404,
  viewer: 404,
  editor: 404,
  admin: 404,
  owner: 404,
  operator: 404,
}

interface Cell {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly expected: Expected
  /** Where the table's path stands for another. */
  readonly route?: string
  /** True when it changes nothing, whatever its method. */
  readonly isQuestion?: boolean
}

const FILTERS = [['is', 'visit:country', ['FI']]]
const FUNNEL_STEPS = [
  { step_type: 'page', page_path: '/' },
  { step_type: 'event', event_name: 'Order' },
]
const REMOVAL = { date_range: ['2026-01-01', '2026-01-02'], filters: FILTERS }
const asks = (path: string, body: object): Cell => ({
  method: 'POST',
  path,
  body: { site_id: DOMAIN, date_range: '7d', ...body },
  expected: QUESTION,
  isQuestion: true,
})

const TABLE: readonly Cell[] = [
  { method: 'GET', path: '/api/health/live', expected: all(200) },
  { method: 'GET', path: '/api/health/ready', expected: all(200) },
  { method: 'GET', path: '/api/openapi.json', expected: all(200) },
  { method: 'GET', path: '/api/docs/query/schema.json', expected: all(200) },
  {
    method: 'GET',
    path: '/api/session',
    expected: {
      ...OWN,
      readKey: 401,
      writeKey: 401,
      manageKey: 401,
      everyKey: 401,
      foreignKey: 401,
      link: 401,
    },
  },
  {
    method: 'POST',
    path: '/api/session',
    body: { email: '{caller}@example.com', password: 'x' },
    expected: all(401),
  },
  { method: 'DELETE', path: '/api/session', expected: all(204) },
  { method: 'POST', path: '/api/session/passkey/options', body: {}, expected: all(200) },
  { method: 'POST', path: '/api/session/passkey', body: { passkey: {} }, expected: all(401) },
  { method: 'GET', path: '/api/account/sessions', expected: OWN },
  { method: 'DELETE', path: '/api/account/sessions', expected: OWN },
  {
    method: 'DELETE',
    path: '/api/account/sessions/nothing',
    route: '/api/account/sessions/:id',
    expected: OWN_NOTHING,
  },
  {
    method: 'PUT',
    path: '/api/account/password',
    body: { password: 'x', new_password: 'short' },
    expected: OWN_FAULT,
  },
  { method: 'GET', path: '/api/account/second-factor', expected: OWN },
  { method: 'POST', path: '/api/account/second-factor', body: {}, expected: OWN },
  { method: 'PUT', path: '/api/account/second-factor', body: { code: 'x' }, expected: OWN_FAULT },
  { method: 'POST', path: '/api/account/second-factor/remove', body: {}, expected: OWN_FAULT },
  // No provider is set up here: what there is with one is in collector/http/oidc.test.ts.
  { method: 'GET', path: '/api/oidc/start', expected: all(404) },
  {
    method: 'GET',
    path: '/api/oidc/callback?code=x&state=x',
    route: '/api/oidc/callback',
    expected: all(404),
  },
  { method: 'POST', path: '/api/oidc/code', body: { code: 'x' }, expected: all(410) },
  { method: 'GET', path: '/api/account/provider', expected: OWN },
  { method: 'DELETE', path: '/api/account/provider', expected: OWN },
  { method: 'POST', path: '/api/account/passkeys/options', body: {}, expected: OWN_FAULT },
  { method: 'POST', path: '/api/account/passkeys', body: { passkey: {} }, expected: OWN_FAULT },
  {
    method: 'PATCH',
    path: '/api/account/passkeys/nothing',
    body: { name: 'x' },
    route: '/api/account/passkeys/:id',
    expected: OWN_NOTHING,
  },
  {
    method: 'POST',
    path: '/api/account/passkeys/nothing/remove',
    body: { password: 'x' },
    route: '/api/account/passkeys/:id/remove',
    expected: OWN_NOTHING,
  },
  { method: 'POST', path: '/api/setup', body: { token: 'x', email: 'x', password: 'x' }, expected: all(410) },
  { method: 'POST', path: '/api/password-reset', body: { token: 'x', password: 'x' }, expected: all(410) },
  {
    method: 'POST',
    path: '/api/password-reset/request',
    body: { email: '{caller}@example.com' },
    expected: all(202),
  },
  { method: 'POST', path: '/api/invitations/read', body: { token: 'x' }, expected: all(410) },
  { method: 'POST', path: '/api/invitations/accept', body: { token: 'x' }, expected: all(410) },
  { method: 'GET', path: '/api/sites', expected: { ...all(200), nobody: 401, revokedKey: 401 } },
  {
    method: 'POST',
    path: '/api/sites',
    body: { domain: 'new.example', timezone: 'UTC' },
    expected: { ...all(403), nobody: 401, operator: 201, everyKey: 201, revokedKey: 401 },
  },
  {
    method: 'GET',
    path: SITE,
    route: '/api/sites/:domain',
    expected: peopleAndKeys(people(200, 200, 200), 200, 200),
  },
  {
    method: 'PATCH',
    path: SITE,
    route: '/api/sites/:domain',
    body: { timezone: 'UTC' },
    expected: peopleAndKeys(people(403, 403, 200), 403, 200),
  },
  {
    method: 'PATCH',
    path: SITE,
    route: '/api/sites/:domain',
    body: { domain: 'other.example' },
    expected: peopleAndKeys(people(403, 403, 400), 403, 400),
  },
  { method: 'POST', path: `${SITE}/reset`, expected: peopleAndKeys(people(403, 403, 403, 200), 403, 200) },
  {
    method: 'DELETE',
    path: SITE,
    route: '/api/sites/:domain',
    expected: peopleAndKeys(people(403, 403, 403, 204), 403, 204),
  },
  {
    method: 'GET',
    path: '/api/keys',
    expected: { ...all(403), nobody: 401, operator: 200, revokedKey: 401 },
  },
  {
    method: 'POST',
    path: '/api/keys',
    body: { scopes: ['sites:manage'] },
    expected: { ...all(403), nobody: 401, operator: 201, revokedKey: 401 },
  },
  {
    method: 'DELETE',
    path: '/api/keys/nothing',
    route: '/api/keys/:id',
    expected: { ...all(403), nobody: 401, operator: 404, revokedKey: 401 },
  },
  {
    method: 'GET',
    path: `${SITE}/status`,
    expected: {
      ...peopleAndKeys(people(200, 200, 200), 200, 403),
      everyKey: 403,
    },
  },
  { method: 'GET', path: `${SITE}/goals`, expected: peopleAndKeys(people(200, 200, 200), 200, 200) },
  {
    method: 'PUT',
    path: `${SITE}/goals`,
    body: { goal_type: 'event', event_name: 'Order' },
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'PUT',
    path: `${SITE}/goals/Sign-up`,
    route: '/goals/:name',
    body: { goal_type: 'event', event_name: 'Order' },
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/goals/Sign-up`,
    route: '/goals/:name',
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'GET',
    path: `${SITE}/properties`,
    expected: {
      ...peopleAndKeys(people(200, 200, 200), 200, 403),
      everyKey: 403,
    },
  },
  { method: 'GET', path: `${SITE}/segments`, expected: peopleAndKeys(people(200, 200, 200), 200, 200) },
  {
    method: 'POST',
    path: `${SITE}/segments`,
    body: { name: 'A', filters: FILTERS },
    expected: peopleAndKeys(people(403, 201, 201), 403, 201),
  },
  {
    method: 'PUT',
    path: `${SITE}/segments/1`,
    route: '/segments/:id{[0-9]+}',
    body: { name: 'B', filters: FILTERS },
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/segments/1`,
    route: '/segments/:id{[0-9]+}',
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  { method: 'GET', path: `${SITE}/funnels`, expected: peopleAndKeys(people(200, 200, 200), 200, 200) },
  {
    method: 'POST',
    path: `${SITE}/funnels`,
    body: { name: 'A', steps: FUNNEL_STEPS },
    expected: peopleAndKeys(people(403, 201, 201), 403, 201),
  },
  {
    method: 'PUT',
    path: `${SITE}/funnels/1`,
    route: '/funnels/:id{[0-9]+}',
    body: { name: 'B', steps: FUNNEL_STEPS },
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/funnels/1`,
    route: '/funnels/:id{[0-9]+}',
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'GET',
    path: `${SITE}/annotations`,
    // Notes are for those who work on the site.
    expected: { ...peopleAndKeys(people(200, 200, 200), 200, 200), link: 403 },
  },
  {
    method: 'GET',
    path: `${SITE}/marks`,
    expected: { ...peopleAndKeys(people(200, 200, 200), 200, 200), link: 403 },
  },
  {
    method: 'POST',
    path: `${SITE}/annotations`,
    body: { day: '2026-11-24', text: 'A' },
    expected: peopleAndKeys(people(403, 201, 201), 403, 201),
  },
  {
    method: 'PUT',
    path: `${SITE}/annotations/1`,
    route: '/annotations/:id{[0-9]+}',
    body: { day: '2026-11-24', text: 'B' },
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/annotations/1`,
    route: '/annotations/:id{[0-9]+}',
    expected: peopleAndKeys(people(403, 200, 200), 403, 200),
  },
  { method: 'GET', path: `${SITE}/settings`, expected: peopleAndKeys(people(403, 403, 200), 403, 200) },
  {
    method: 'PUT',
    path: `${SITE}/settings`,
    body: {},
    expected: peopleAndKeys(people(403, 403, 200), 403, 200),
  },
  { method: 'POST', path: `${SITE}/events/preview`, body: REMOVAL, expected: people(403, 403, 200) },
  {
    method: 'POST',
    path: `${SITE}/events/remove`,
    body: { ...REMOVAL, expected_events: 0 },
    expected: people(403, 403, 200),
  },
  { method: 'GET', path: `${SITE}/events/removals`, expected: people(403, 403, 200) },
  { method: 'GET', path: `${SITE}/people`, expected: people(403, 403, 200) },
  {
    method: 'PATCH',
    path: `${SITE}/people/{member}`,
    route: '/people/:id',
    body: { role: 'editor' },
    expected: people(403, 403, 200),
  },
  {
    method: 'PATCH',
    path: `${SITE}/people/{member}`,
    route: '/people/:id',
    body: { role: 'owner' },
    expected: people(403, 403, 400, 200),
  },
  {
    method: 'PATCH',
    path: `${SITE}/people/{secondOwner}`,
    route: '/people/:id',
    body: { role: 'viewer' },
    expected: people(403, 403, 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/people/{member}`,
    route: '/people/:id',
    expected: people(403, 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/people/{secondOwner}`,
    route: '/people/:id',
    expected: people(403, 403, 403, 200),
  },
  {
    method: 'POST',
    path: `${SITE}/invitations`,
    body: { email: 'new@example.com', role: 'viewer' },
    expected: people(403, 403, 201),
  },
  {
    method: 'POST',
    path: `${SITE}/invitations`,
    body: { email: 'new@example.com', role: 'owner' },
    expected: people(403, 403, 400, 201),
  },
  {
    method: 'DELETE',
    path: `${SITE}/invitations/{invitation}`,
    route: '/invitations/:id',
    expected: people(403, 403, 200),
  },
  {
    method: 'GET',
    path: `${SITE}/share-links`,
    expected: peopleAndKeys(people(403, 403, 200), 403, 200),
  },
  {
    method: 'POST',
    path: `${SITE}/share-links`,
    body: { name: 'Board' },
    expected: peopleAndKeys(people(403, 403, 201), 403, 201),
  },
  {
    method: 'DELETE',
    path: `${SITE}/share-links/nothing`,
    route: '/share-links/:id',
    expected: peopleAndKeys(people(403, 403, 404), 403, 404),
  },
  {
    method: 'GET',
    path: `${SITE}/public-view`,
    expected: peopleAndKeys(people(403, 403, 200), 403, 200),
  },
  {
    method: 'PUT',
    path: `${SITE}/public-view`,
    body: {},
    expected: peopleAndKeys(people(403, 403, 200), 403, 200),
  },
  {
    method: 'DELETE',
    path: `${SITE}/public-view`,
    expected: peopleAndKeys(people(403, 403, 200), 403, 200),
  },
  { method: 'POST', path: '/api/share', body: { token: 'x' }, expected: all(410) },
  { method: 'GET', path: `${SITE}/keys`, expected: people(403, 403, 200) },
  { method: 'POST', path: `${SITE}/keys`, body: { scopes: ['stats:read'] }, expected: people(403, 403, 201) },
  {
    method: 'DELETE',
    path: `${SITE}/keys/hanki_12345678`,
    route: '/keys/:id',
    expected: people(403, 403, 200),
  },
  {
    method: 'GET',
    path: '/api/accounts',
    expected: { ...all(403), nobody: 401, operator: 200, revokedKey: 401 },
  },
  {
    method: 'PATCH',
    path: '/api/accounts/{member}',
    route: '/api/accounts/:id',
    body: { is_operator: false },
    expected: { ...all(403), nobody: 401, operator: 200, revokedKey: 401 },
  },
  {
    method: 'PATCH',
    path: '/api/accounts/{operator}',
    route: '/api/accounts/:id',
    body: { is_operator: false },
    expected: { ...all(403), nobody: 401, operator: 409, revokedKey: 401 },
  },
  {
    method: 'DELETE',
    path: '/api/accounts/{operator}',
    route: '/api/accounts/:id',
    expected: { ...all(403), nobody: 401, operator: 409, revokedKey: 401 },
  },
  {
    method: 'DELETE',
    path: '/api/accounts/{member}',
    route: '/api/accounts/:id',
    expected: { ...all(403), nobody: 401, operator: 200, revokedKey: 401 },
  },
  {
    method: 'GET',
    path: '/api/audit',
    expected: { ...all(403), nobody: 401, operator: 200, revokedKey: 401 },
  },
  {
    method: 'GET',
    path: '/api/audit?format=csv',
    route: '/api/audit',
    expected: { ...all(403), nobody: 401, operator: 200, revokedKey: 401 },
  },
  asks('/api/v2/query', { metrics: ['visitors'] }),
  {
    ...asks('/api/v2/query/export?format=csv', { metrics: ['visitors'] }),
    route: '/api/v2/query/export',
  },
  asks('/api/v2/funnel', {
    steps: [{ filter: ['is', 'event:name', ['a']] }, { filter: ['is', 'event:name', ['b']] }],
  }),
  asks('/api/v2/funnel', { funnel: 1 }),
  { ...asks('/api/v2/funnel/export?format=csv', { funnel: 1 }), route: '/api/v2/funnel/export' },
  asks('/api/v2/journey', { start: ['is', 'event:page', ['/']] }),
  {
    ...asks('/api/v2/journey/export?format=csv', { start: ['is', 'event:page', ['/']] }),
    route: '/api/v2/journey/export',
  },
]

describe('who may do what, by route, method and caller', () => {
  let passwordHash: string
  const dataDirectory = mkdtempSync(join(tmpdir(), 'hanki-test-'))
  let hanki: Hanki
  let address: string
  let site: Site
  const users = new Map<string, User>()
  const keys = new Map<CallerName, string>()
  const cookies = new Map<CallerName, string>()
  const nowSeconds = (): number => Math.floor(Date.now() / 1_000)

  beforeAll(async () => {
    hanki = await openHanki({
      config: {
        ...loadConfig({}),
        dataDirectory,
        dayKeysFile: 'none',
        engineMemoryBytes: TEST_MEMORY_BYTES,
      },
      built: builtBeside(join(import.meta.dirname, '../../dist/collector')),
      log: openLog('error'),
      nowSeconds,
      runtimeDirectory: undefined,
    })
    const { directory } = hanki
    passwordHash = await hashPassword('correct horse battery')
    await new Promise<void>(resolve => hanki.server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(hanki.server.address() as AddressInfo).port}`
    const operator = newUser('operator@example.com', passwordHash, { isOperator: true }, nowSeconds())
    await directory.replaceSetupLink({ tokenHash: 'link', expiresAtSeconds: nowSeconds() + 60 })
    if (!(await directory.addFirstUser(operator, 'link'))) throw new Error('no first user')
    users.set('operator', operator)
    const other = await directory.addSite({ domain: 'other.example', timezone: 'UTC' }, operator)
    if (other === undefined) throw new Error('no site')
    await addMember('stranger', 'owner', other)
    await addKey('foreignKey', other, 'stats:read')
    await addKey('everyKey', undefined, 'sites:manage')
    await furnish()
  }, 60_000)
  afterAll(async () => {
    await hanki.close()
    rmSync(dataDirectory, { recursive: true, force: true })
  })

  async function addKey(
    name: CallerName,
    of: Site | undefined,
    scope: ApiKeyScope,
    creator?: User,
    days?: number,
  ) {
    const now = days === undefined ? nowSeconds : () => nowSeconds() - days * 86_400 - 1
    const wishes = { name, scopes: [scope], days, creator }
    const { key, record } = newApiKey({ directory: hanki.directory, nowSeconds: now }, of, wishes)
    await hanki.directory.addKey(record)
    keys.set(name, key)
    return record
  }

  async function addLink(name: CallerName, passwordHash?: string) {
    const creatorId = users.get('operator')?.id
    const wishes = { name, passwordHash, days: undefined, creatorId, limits: NO_LIMITS, origins: [] }
    const { token, link } = newShareLink(site, wishes, nowSeconds())
    await hanki.directory.addShareLink(link)
    keys.set(name, token)
    return link
  }

  /** The site with its people, keys and links, anew once somebody has removed it. */
  async function furnish(): Promise<void> {
    const { directory } = hanki
    const added = await directory.addSite({ domain: DOMAIN, timezone: 'UTC' }, users.get('operator'))
    if (added === undefined) throw new Error('no site')
    site = added
    for (const role of ['viewer', 'editor', 'admin', 'owner'] as const) await addMember(role, role, site)
    await addKey('readKey', site, 'stats:read')
    await addKey('writeKey', site, 'events:write')
    await addKey('manageKey', site, 'sites:manage')
    await directory.removeKey(await addKey('revokedKey', site, 'stats:read'))
    await addKey('expiredKey', site, 'stats:read', undefined, 1)
    await addKey('leaverKey', site, 'stats:read', users.get('stranger'))
    await addLink('link')
    await addLink('closedLink', passwordHash)
    await directory.removeShareLink(await addLink('revokedLink'))
  }

  /** Makes somebody a member, or gives a member another role. */
  async function addMember(name: string, role: Role, of: Site): Promise<void> {
    const email = `${name.toLowerCase()}@example.com`
    const user = users.get(name) ?? newUser(email, passwordHash, { isOperator: false }, nowSeconds())
    users.set(name, user)
    const tokenHash = `${name} ${role}`
    await hanki.directory.addInvitation({
      tokenHash,
      siteId: of.id,
      email,
      role,
      invitedBy: users.get('operator')?.id ?? '',
      createdAtSeconds: nowSeconds(),
      expiresAtSeconds: nowSeconds() + 60,
    })
    if (!(await hanki.directory.accept(tokenHash, user))) throw new Error(`${name} could not join`)
  }

  /** What every cell finds: nobody's try may change what the next one meets. Only what is not so is written. */
  async function setTheTable(): Promise<void> {
    const { directory } = hanki
    const present = directory.siteByDomain(DOMAIN)
    if (present === undefined) await furnish()
    else site = present
    const wanted = {
      goals: [
        {
          kind: 'event' as const,
          displayName: 'Sign-up',
          eventName: 'Sign-up',
          props: [],
          currency: undefined,
        },
      ],
      segments: { lastId: 1, list: [{ id: 1, name: 'Finland', filters: FILTERS }] },
      annotations: { lastId: 1, list: [{ id: 1, day: '2026-11-23' as Day, text: 'Sale' }] },
      funnels: {
        lastId: 1,
        list: [
          {
            id: 1,
            name: 'Order',
            within: 'visit' as const,
            steps: [
              { kind: 'page' as const, pagePattern: '/' },
              { kind: 'event' as const, eventName: 'Order' },
            ],
          },
        ],
      },
    }
    const { goals, segments, annotations, funnels } = site
    if (JSON.stringify({ goals, segments, annotations, funnels }) !== JSON.stringify(wanted)) {
      await directory.changeSite(site.id, stored => ({ ...stored, ...wanted }))
    }
    const added = directory.siteByDomain('new.example')
    if (added !== undefined) await directory.removeSite(added)
    await makeSureOf('member', 'viewer')
    await makeSureOf('secondOwner', 'owner')
    if (!directory.keysOf(site).some(key => key.name === 'spare')) {
      await directory.addKey({
        id: 'hanki_12345678',
        keyHash: 'none',
        name: 'spare',
        siteId: site.id,
        scopes: ['stats:read'],
        createdBy: undefined,
        createdAtSeconds: nowSeconds(),
        expiresAtSeconds: undefined,
      })
    }
    if (directory.invitationByHash('abcdefabcdefabcdef')?.siteId !== site.id) {
      await directory.addInvitation({
        tokenHash: 'abcdefabcdefabcdef',
        siteId: site.id,
        email: 'invited@example.com',
        role: 'viewer',
        invitedBy: users.get('operator')?.id ?? '',
        createdAtSeconds: nowSeconds(),
        expiresAtSeconds: nowSeconds() + 3_600,
      })
    }
  }

  /** Makes somebody a member who is not, or not as this. */
  async function makeSureOf(name: string, role: Role): Promise<void> {
    const id = users.get(name)?.id
    const known = hanki.directory.membersOf(site).find(member => member.user.id === id)
    if (known?.role !== role) await addMember(name, role, site)
  }

  async function headersOf(caller: CallerName): Promise<Record<string, string>> {
    const key = keys.get(caller)
    if (key !== undefined) return { authorization: `Bearer ${key}` }
    const user = users.get(caller)
    if (user === undefined) return {}
    const kept = cookies.get(caller)
    if (kept !== undefined) return { cookie: kept }
    const cookie = `hanki_session=${await openSession({ directory: hanki.directory, nowSeconds }, user, '')}`
    cookies.set(caller, cookie)
    return { cookie }
  }

  const CELLS = TABLE.map(cell => ({
    ...cell,
    name: `${cell.method} ${cell.path} ${JSON.stringify(cell.body) ?? ''}`,
  }))
  it.each(CELLS)(
    '$name',
    { timeout: 60_000 },
    async ({ method, path, body, expected, isQuestion = false }) => {
      const worthless = WORTHLESS.map(caller => [caller, expected.revokedKey])
      const wanted: Record<string, number> = { ...expected, ...Object.fromEntries(worthless) }
      const statuses: Record<string, number> = {}
      let isChanged = true
      for (const caller of CALLERS) {
        if (isChanged) await setTheTable()
        const filled = path
          .replace('{invitation}', 'abcdefabcdefabcd')
          .replace(/\{(\w+)\}/, (_, name: string) => users.get(name)?.id ?? '')
        const answer = await fetch(`${address}${filled}`, {
          method,
          headers: { origin: address, 'content-type': 'application/json', ...(await headersOf(caller)) },
          ...(body === undefined ? {} : { body: JSON.stringify(body).replace('{caller}', caller) }),
        })
        statuses[caller] = answer.status
        isChanged = method !== 'GET' && !isQuestion && answer.ok
        const text = await answer.text()
        if (answer.status >= 400) expect(JSON.parse(text)).toHaveProperty('error', expect.any(String))
        if (wanted[caller] !== answer.status) statuses[`${caller}: ${text}`] = answer.status
      }
      // That was the end of every session.
      if (path === '/api/session' && method === 'DELETE') cookies.clear()
      expect(statuses).toEqual(wanted)
    },
  )

  test('lists sites to each caller as far as they may be seen', async () => {
    const seen: Record<string, unknown> = {}
    for (const caller of CALLERS) {
      const answer = await fetch(`${address}/api/sites`, { headers: await headersOf(caller) })
      const { sites }: { sites?: { domain: string; role: string }[] } = await answer.json()
      seen[caller] = sites?.map(({ domain, role }) => `${role} of ${domain}`)
    }
    const own = (role: string) => [`${role} of own.example`]
    expect(seen).toEqual({
      nobody: undefined,
      stranger: ['owner of other.example'],
      viewer: own('viewer'),
      editor: own('editor'),
      admin: own('admin'),
      owner: own('owner'),
      operator: ['owner of other.example', 'owner of own.example'],
      readKey: own('viewer'),
      writeKey: [],
      manageKey: own('viewer'),
      everyKey: ['viewer of other.example', 'viewer of own.example'],
      foreignKey: ['viewer of other.example'],
      revokedKey: undefined,
      expiredKey: undefined,
      leaverKey: undefined,
      link: own('viewer'),
      closedLink: undefined,
      revokedLink: undefined,
    })
  })

  test('has every route of the server', () => {
    const known = new Set(
      TABLE.map(({ method, path, route }) => {
        const place = route ?? path.replace(SITE, '')
        const isBelow = path.startsWith(SITE) && !place.startsWith('/api/')
        return `${method} ${isBelow ? `/api/sites/:domain${place}` : place}`
      }),
    )
    const routes = apiRoutes().map(({ method, path }) => `${method} ${path}`)
    expect(routes.length).toBeGreaterThan(20)
    // Events are open to everybody, with or without a key: see event-api.test.ts.
    const missing = routes.filter(route => !route.includes('/api/event') && !known.has(route))
    expect(missing).toEqual([])
  })
})
