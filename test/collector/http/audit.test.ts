import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey, newApiKey } from '../../../collector/accounts/api-keys.ts'
import { openKeyUseCarrier, openKeyUses } from '../../../collector/accounts/key-uses.ts'
import { openAuditCheck } from '../../../collector/core/audit/audit-check.ts'
import type {
  AccountsBody,
  AuditBody,
  NewInvitationBody,
  NewKeyBody,
  NewShareLinkBody,
  PeopleBody,
} from '../../../collector/http/contract.ts'
import { openKeyUseNotes } from '../../../collector/storage/key-use-notes.ts'
import { openTestAudit } from '../../support/audit.ts'
import { type AccountsApp, cookieOf, OWNER, openAccountsApp } from './accounts-app.ts'

const PASSWORD = 'staple battery horse'
const SITE = '/api/sites/own.example'

describe('the audit log', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
  })
  afterAll(() => app.engine.close())

  /** What was noted since the last time this was asked, the oldest first. */
  let seen = 0
  async function noted(): Promise<string[]> {
    const lines: string[] = []
    for await (const line of app.auditStore.all()) lines.push(line)
    const fresh = lines.slice(seen)
    seen = lines.length
    return fresh.map(line => {
      const { actor, action, site, subject, outcome } = JSON.parse(line)
      return [actor.name ?? actor.id ?? actor.kind, action, site, subject, outcome]
        .filter(text => text !== undefined)
        .join(' · ')
    })
  }

  it('has the first user and the first site', async () => {
    expect(await noted()).toEqual([`${OWNER.email} · set_up`, `${OWNER.email} · site_added · own.example`])
  })

  it('has who signs in and out, and who tries to', async () => {
    await app.send('POST', '/api/session', { ...OWNER, password: 'wrong' })
    // People type a password where the address belongs: it is not kept.
    await app.send('POST', '/api/session', { email: PASSWORD, password: 'x' })
    // Guesses at accounts that do not exist must not fill the log.
    await app.send('POST', '/api/session', { email: 'nobody@example.com', password: 'x' })
    const answer = await app.send('POST', '/api/session', OWNER)
    await app.send('DELETE', '/api/session', undefined, { cookie: cookieOf(answer) })
    expect(await noted()).toEqual([
      `unknown · sign_in_failed · ${OWNER.email}`,
      'unknown · sign_in_failed',
      `${OWNER.email} · signed_in`,
      `${OWNER.email} · signed_out`,
    ])
  })

  it('has every change of who may do what', async () => {
    const invite = async (email: string): Promise<NewInvitationBody> =>
      (await app.send('POST', `${SITE}/invitations`, { email, role: 'viewer' }, owner)).json()
    const { token } = await invite('a@example.com')
    await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    const { invitation } = await invite('b@example.com')
    await app.send('DELETE', `${SITE}/invitations/${invitation.id}`, undefined, owner)
    const body: PeopleBody = await (await app.send('GET', `${SITE}/people`, undefined, owner)).json()
    const id = body.people.find(({ email }) => email === 'a@example.com')?.id ?? ''
    await app.send('PATCH', `${SITE}/people/${id}`, { role: 'editor' }, owner)
    await app.send('DELETE', `${SITE}/people/${id}`, undefined, owner)
    expect(await noted()).toEqual([
      `${OWNER.email} · invited · own.example · a@example.com · viewer`,
      'a@example.com · joined · own.example · viewer',
      `${OWNER.email} · invited · own.example · b@example.com · viewer`,
      `${OWNER.email} · invitation_taken_back · own.example · b@example.com`,
      `${OWNER.email} · people_read · own.example`,
      `${OWNER.email} · role_changed · own.example · a@example.com · editor`,
      `${OWNER.email} · person_removed · own.example · a@example.com`,
    ])
  })

  it('has every change of goals, funnels, segments and settings, and every look at settings, once an hour', async () => {
    await app.send('PUT', `${SITE}/goals`, { goal_type: 'event', event_name: 'Order' }, owner)
    await app.send('DELETE', `${SITE}/goals/Order`, undefined, owner)
    const page = { step_type: 'page', page_path: '/' }
    await app.send('POST', `${SITE}/funnels`, { name: 'Reading', steps: [page, page] }, owner)
    await app.send('DELETE', `${SITE}/funnels/1`, undefined, owner)
    await app.send(
      'POST',
      `${SITE}/segments`,
      { name: 'Finland', filters: [['is', 'visit:country', ['FI']]] },
      owner,
    )
    await app.send('DELETE', `${SITE}/segments/1`, undefined, owner)
    for (let look = 0; look < 3; look++) await app.send('GET', `${SITE}/settings`, undefined, owner)
    app.clock.now += 3_601
    await app.send('GET', `${SITE}/settings`, undefined, owner)
    await app.send('PUT', `${SITE}/settings`, {}, owner)
    const settings = { precision: 'network', shields: { countries: ['FI'], networks: ['192.0.2.0/24'] } }
    await app.send('PUT', `${SITE}/settings`, settings, owner)
    await app.send('PATCH', SITE, { timezone: 'Europe/Helsinki' }, owner)
    expect(await noted()).toEqual(
      [
        'goal_saved · own.example · Order',
        'goal_removed · own.example · Order',
        'funnel_saved · own.example · Reading',
        'funnel_removed · own.example · Reading',
        'segment_saved · own.example · Finland',
        'segment_removed · own.example · Finland',
        'settings_read · own.example',
        'settings_read · own.example',
        'settings_changed · own.example',
        'settings_changed · own.example · precision, shields.countries, shields.networks',
        'settings_changed · own.example · timezone · Europe/Helsinki',
      ].map(text => `${OWNER.email} · ${text}`),
    )
  })

  it('has what becomes of sites, and says by number which of them was erased', async () => {
    const other = '/api/sites/other.example'
    await app.send('POST', '/api/sites', { domain: 'other.example', timezone: 'UTC' }, owner)
    const { id = 0 } = app.directory.siteByDomain('other.example') ?? {}
    await app.send('POST', `${other}/reset`, undefined, owner)
    await app.send('PATCH', other, { domain: 'third.example' }, owner)
    await app.send('DELETE', '/api/sites/third.example', undefined, owner)
    expect(await noted()).toEqual(
      [
        'site_added · other.example',
        `site_reset · other.example · number ${id}`,
        'site_renamed · other.example · third.example',
        `site_removed · third.example · number ${id + 1}`,
      ].map(text => `${OWNER.email} · ${text}`),
    )
  })

  it('has keys and links, who looked at them, and which links were opened or tried, without saying by whom', async () => {
    const key: NewKeyBody = await (
      await app.send('POST', `${SITE}/keys`, { scopes: ['stats:read'] }, owner)
    ).json()
    await app.send('GET', `${SITE}/keys`, undefined, owner)
    await app.send('DELETE', `${SITE}/keys/${key.id}`, undefined, owner)
    const link: NewShareLinkBody = await (
      await app.send('POST', `${SITE}/share-links`, { password: PASSWORD }, owner)
    ).json()
    await app.send('GET', `${SITE}/share-links`, undefined, owner)
    const open = (password: string) => app.send('POST', '/api/share', { token: link.token, password })
    for (const password of ['', 'wrong horse battery', 'wrong horse staple', PASSWORD, PASSWORD])
      await open(password)
    await app.send('DELETE', `${SITE}/share-links/${link.id}`, undefined, owner)
    expect(await noted()).toEqual([
      `${OWNER.email} · key_added · own.example · ${key.id} · stats:read`,
      `${OWNER.email} · keys_read · own.example`,
      `${OWNER.email} · key_revoked · own.example · ${key.id}`,
      `${OWNER.email} · share_link_added · own.example · ${link.id}`,
      `${OWNER.email} · share_links_read · own.example`,
      `unknown · share_link_refused · own.example · ${link.id}`,
      `unknown · share_link_opened · own.example · ${link.id}`,
      `${OWNER.email} · share_link_revoked · own.example · ${link.id}`,
    ])
  })

  it('has what is done with accounts and sessions', async () => {
    const invited = await app.send(
      'POST',
      `${SITE}/invitations`,
      { email: 'd@example.com', role: 'viewer' },
      owner,
    )
    const { token }: NewInvitationBody = await invited.json()
    const cookie = cookieOf(await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD }))
    await app.send(
      'PUT',
      '/api/account/password',
      { password: PASSWORD, new_password: 'quite another horse' },
      { cookie },
    )
    await app.send('DELETE', '/api/account/sessions', undefined, { cookie })
    const { accounts }: AccountsBody = await (await app.send('GET', '/api/accounts', undefined, owner)).json()
    const id = accounts.find(({ email }) => email === 'd@example.com')?.id ?? ''
    for (const is_operator of [true, false])
      await app.send('PATCH', `/api/accounts/${id}`, { is_operator }, owner)
    await app.send('DELETE', `/api/accounts/${id}`, undefined, owner)
    expect((await noted()).slice(2)).toEqual([
      'd@example.com · password_changed',
      'd@example.com · session_ended · all others',
      `${OWNER.email} · accounts_read`,
      `${OWNER.email} · operator_made · d@example.com`,
      `${OWNER.email} · operator_unmade · d@example.com`,
      `${OWNER.email} · account_removed · d@example.com`,
    ])
  })

  it('has the use of a key once a day', async () => {
    const site = app.directory.siteByDomain('own.example')
    if (site === undefined) throw new Error('the site is missing')
    const accounts = { directory: app.directory, nowSeconds: () => app.clock.now }
    const { key, record } = await createApiKey(accounts, site, ['stats:read'])
    const use = () => app.request('/api/sites', { headers: { authorization: `Bearer ${key}` } })
    for (let uses = 0; uses < 3; uses++) await use()
    app.clock.now += 86_400
    await use()
    const lines = [`${record.id} · key_used · own.example`, `${record.id} · key_used · own.example`]
    const found: string[] = []
    await expect.poll(async () => found.push(...(await noted())) && found).toEqual(lines)
  })

  it('has the use of a key at another collector, with its day, once', async () => {
    const notes = openKeyUseNotes(app.engine.client)
    const carry = openKeyUseCarrier({
      audit: openTestAudit(app.engine.client, () => app.clock.now).audit,
      domainOf: keyId => `site of ${keyId}`,
      notes,
      nowSeconds: () => app.clock.now,
    })
    const day = (daysAgo: number): string =>
      new Date((app.clock.now - daysAgo * 86_400) * 1_000).toISOString().slice(0, 10)
    const use = openKeyUses({
      note: ({ id }, on) => notes.add(id, on),
      nowSeconds: () => app.clock.now,
      onFailure: error => {
        throw error
      },
    })
    const { record } = newApiKey(
      { directory: app.directory, nowSeconds: () => app.clock.now },
      app.directory.siteByDomain('own.example'),
      { name: '', scopes: ['stats:read'], days: undefined, creator: undefined },
    )
    for (let uses = 0; uses < 3; uses++) use(record)
    await notes.add(record.id, day(1))
    await notes.add(record.id, day(3))
    await expect.poll(async () => (await notes.since(day(3))).length).toBe(3)
    for (let times = 0; times < 2; times++) await carry()
    expect(await noted()).toEqual(
      [day(1), day(0)].map(on => `${record.id} · key_used · site of ${record.id} · ${on}`),
    )
  })

  it('has nothing of what was refused', async () => {
    await app.send('PUT', `${SITE}/goals`, { goal_type: 'event' }, owner)
    await app.send('POST', `${SITE}/invitations`, { email: 'x', role: 'king' }, owner)
    await app.send('PUT', `${SITE}/settings`, {})
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
    expect(await noted()).toEqual([])
  })

  it('is read page by page, the latest first, by operators', async () => {
    const pages: AuditBody[] = []
    for (let before: number | null = 1_000_000; before !== null; ) {
      const answer = await app.send('GET', `/api/audit?limit=7&before=${before}`, undefined, owner)
      expect(answer.status).toBe(200)
      const page: AuditBody = await answer.json()
      pages.push(page)
      before = page.next_before
    }
    const numbers = pages.flatMap(({ entries }) => entries.map(({ number }) => number))
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index))
    expect(pages[0]?.entries[0]).toEqual({
      number: numbers.length,
      at: new Date(app.clock.now * 1_000).toISOString(),
      actor: { kind: 'user', id: expect.any(String), name: OWNER.email },
      action: 'audit_log_read',
    })
    for (const search of ['limit=0', 'limit=1001', 'before=x', 'before=-1', 'limit=1e3']) {
      expect((await app.send('GET', `/api/audit?${search}`, undefined, owner)).status).toBe(400)
    }
  })

  it('is taken elsewhere whole as lines, from which the chain is checked', async () => {
    await app.send('PUT', `${SITE}/goals`, { goal_type: 'event', event_name: 'a\u2028b' }, owner)
    const answer = await app.send('GET', '/api/audit?format=jsonl', undefined, owner)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/jsonl; charset=utf-8',
    ])
    const day = new Date(app.clock.now * 1_000).toISOString().slice(0, 10)
    const named = `attachment; filename="hanki-audit-${day}.jsonl"`
    expect(answer.headers.get('content-disposition')).toBe(named)
    const lines = (await answer.text()).split('\n')
    expect(lines.pop()).toBe('')
    const check = openAuditCheck()
    for (const line of lines) check.add(line)
    expect(check.result()).toMatchObject({ entries: lines.length, oldest: 1, brokenAt: undefined })
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ action: 'audit_log_exported', outcome: 'jsonl' })
  })

  it('is taken elsewhere as CSV, in which nothing that people wrote is a formula', async () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '="a","b"'])
      await app.send('PUT', `${SITE}/goals`, { goal_type: 'event', event_name: name }, owner)
    await noted()
    const answer = await app.send('GET', '/api/audit?format=csv', undefined, owner)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    const lines = (await answer.text()).split('\r\n')
    expect(lines[0]).toBe('number,at,actor,actor_id,actor_name,action,site,subject,outcome,previous')
    const about = /,(goal_saved,own\.example,.*|audit_log_exported,.*),'?[\w-]{43}$/
    expect(lines.slice(-7).map(line => about.exec(line)?.[1])).toEqual([
      "goal_saved,own.example,'=1+1,",
      "goal_saved,own.example,'+1,",
      "goal_saved,own.example,'-1,",
      "goal_saved,own.example,'@SUM(A1),",
      'goal_saved,own.example,"\'=""a"",""b""",',
      'audit_log_exported,,,csv',
      undefined,
    ])
    for (const cell of lines.flatMap(line => line.split(/,"?/))) expect(cell).not.toMatch(/^[=+\-@\t]/)
    expect(await noted()).toEqual([`${OWNER.email} · audit_log_exported · csv`])
  })

  it('is given in no other form', async () => {
    for (const format of ['xml', '', 'CSV', '__proto__'])
      expect((await app.send('GET', `/api/audit?format=${format}`, undefined, owner)).status).toBe(400)
    expect(await noted()).toEqual([])
  })

  it('is whole, also when several programs write at once', async () => {
    const writers = Array.from({ length: 4 }, () => openTestAudit(app.engine.client).audit)
    const deeds = writers.flatMap(audit =>
      Array.from({ length: 5 }, () => audit.note({ actor: { kind: 'command_line' }, action: 'site_added' })),
    )
    await Promise.all(deeds)
    const check = openAuditCheck()
    let lines = 0
    for await (const line of app.auditStore.all()) {
      check.add(line)
      lines++
    }
    expect(check.result()).toMatchObject({ entries: lines, oldest: 1, brokenAt: undefined })
    expect((await noted()).filter(text => text.startsWith('command_line'))).toHaveLength(20)
  })
})
