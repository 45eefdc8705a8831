import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  NewShareLinkBody,
  OpenedShareBody,
  SegmentsBody,
  ShareLinksBody,
} from '../../../collector/http/contract.ts'
import { type AccountsApp, BAD_BODIES, openAccountsApp } from './accounts-app.ts'

const PATH = '/api/sites/own.example/share-links'
const PASSWORD = 'correct horse battery'
const FINLAND = [['is', 'visit:country', ['FI']]]

describe(PATH, () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.directory.addSite({ domain: 'own.example', timezone: 'UTC' })
  })
  afterAll(() => app.engine.close())

  async function make(body: object): Promise<NewShareLinkBody> {
    const answer = await app.send('POST', PATH, body, owner)
    expect(answer.status).toBe(201)
    return answer.json()
  }

  const open = (token: string, password = '', network = '192.0.2.1') =>
    app.send('POST', '/api/share', { token, password }, { 'x-forwarded-for': network })

  async function bearerOf(token: string, password = ''): Promise<string> {
    const answer = await open(token, password)
    expect(answer.status).toBe(200)
    return ((await answer.json()) as OpenedShareBody).bearer
  }

  /** What the site's statistics answer. */
  async function asked(bearer: string, domain = 'own.example'): Promise<number> {
    const headers = { authorization: `Bearer ${bearer}` }
    return (await app.request(`/api/readable/${domain}`, { headers })).status
  }

  it('shows a token once, and keeps only what tells it from others', async () => {
    const { token, ...shown } = await make({ name: ' Board ', expires_in_days: 30 })
    expect(token).toMatch(/^hanki_share_[\w-]{43}$/)
    expect(shown).toMatchObject({
      id: token.slice(0, 20),
      name: 'Board',
      has_password: false,
      is_valid: true,
    })
    const answer = await app.send('GET', PATH, undefined, owner)
    const text = await answer.text()
    expect((JSON.parse(text) as ShareLinksBody).share_links).toContainEqual(shown)
    expect(text).not.toContain(token)
  })

  it('opens the statistics of its site, and nothing else', async () => {
    const { token } = await make({})
    const answer = await open(token)
    expect(await answer.json()).toEqual({
      domain: 'own.example',
      bearer: token,
      segment: null,
      minimum_visitors: 0,
    })
    await app.directory.addSite({ domain: 'second.example', timezone: 'UTC' })
    expect([await asked(token), await asked(token, 'second.example')]).toEqual([200, 404])
    const headers = { authorization: `Bearer ${token}` }
    for (const path of ['settings', 'people', 'keys', 'share-links']) {
      expect((await app.request(`/api/sites/own.example/${path}`, { headers })).status).toBe(403)
    }
  })

  it('is over after its days, and once it is revoked', async () => {
    const { token } = await make({ expires_in_days: 1 })
    const { token: other, id } = await make({})
    const now = app.clock.now
    app.clock.now += 86_400
    expect([await asked(token), (await open(token)).status]).toEqual([401, 410])
    app.clock.now = now
    expect((await app.send('DELETE', `${PATH}/${id}`, undefined, owner)).status).toBe(200)
    expect([await asked(other), (await open(other)).status]).toEqual([401, 410])
    expect((await app.send('DELETE', `${PATH}/${id}`, undefined, owner)).status).toBe(404)
  })

  it('with a password opens only for whoever knows that', async () => {
    const { token, has_password } = await make({ password: PASSWORD })
    expect(has_password).toBe(true)
    const without = await open(token)
    expect([without.status, await without.json()]).toEqual([
      401,
      { error: 'A password is needed.', errors: { password: expect.stringMatching(/^Type the password/) } },
    ])
    expect((await open(token, 'wrong horse battery')).status).toBe(401)
    const bearer = await bearerOf(token, PASSWORD)
    expect(bearer.startsWith(`${token}.`)).toBe(true)
    const { token: another } = await make({ password: PASSWORD })
    const [, proof = ''] = (await bearerOf(another, PASSWORD)).split('.')
    const tried = [bearer, token, `${token}.`, `${token}.x`, `${token}.${proof}`, `${bearer}x`]
    expect(await Promise.all(tried.map(one => asked(one)))).toEqual([200, 401, 401, 401, 401, 401])
  })

  it('lets nobody guess the password for long, and does not shut others out', async () => {
    const { token } = await make({ password: PASSWORD })
    for (let tries = 0; tries < 10; tries++)
      expect((await open(token, `wrong horse ${tries}`)).status).toBe(401)
    const refused = await open(token, PASSWORD)
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    expect((await open(token, PASSWORD, '198.51.100.7')).status).toBe(200)
  })

  it('is worth nothing once whoever made it may not share the site any more', async () => {
    const { token } = await make({})
    const [user] = app.directory.users()
    if (user === undefined) throw new Error('there is no user')
    await app.directory.changeUser(user.id, stored => ({ ...stored, isOperator: false }))
    expect(await asked(token)).toBe(401)
    await app.directory.changeUser(user.id, stored => ({ ...stored, isOperator: true }))
    expect(await asked(token)).toBe(200)
  })

  it('keeps a copy of its segment, whatever becomes of that', async () => {
    const segments = '/api/sites/own.example/segments'
    const saved = await app.send('POST', segments, { name: 'Finland', filters: FINLAND }, owner)
    const [segment] = ((await saved.json()) as SegmentsBody).segments
    const { token, id } = await make({ segment_id: segment?.id, minimum_visitors: 5 })
    await app.send(
      'PUT',
      `${segments}/${segment?.id}`,
      { name: 'All', filters: [['is_not', 'visit:country', ['']]] },
      owner,
    )
    await app.send('DELETE', `${segments}/${segment?.id}`, undefined, owner)
    expect(await (await open(token)).json()).toMatchObject({ segment: 'Finland', minimum_visitors: 5 })
    await app.directory.refresh()
    expect(app.directory.shareLinkById(id)?.limits).toEqual({
      segment: { name: 'Finland', filters: FINLAND },
      minimum: 5,
    })
  })

  it('takes no segment of another site, nor one whose meaning goals decide', async () => {
    await app.directory.addSite({ domain: 'third.example', timezone: 'UTC' })
    const of = (domain: string) => `/api/sites/${domain}/segments`
    await app.send(
      'PUT',
      '/api/sites/third.example/goals',
      { goal_type: 'event', event_name: 'Signup' },
      owner,
    )
    const filters = [['is', 'event:goal', ['Signup']]]
    const saved = await app.send('POST', of('third.example'), { name: 'Signed up', filters }, owner)
    const { id } = ((await saved.json()) as SegmentsBody).segments.at(-1) ?? { id: 0 }
    const [foreign, goals] = await Promise.all([
      app.send('POST', PATH, { segment_id: id }, owner),
      app.send('POST', '/api/sites/third.example/share-links', { segment_id: id }, owner),
    ])
    expect(await foreign.json()).toHaveProperty('errors.segment_id', 'The site has no such segment.')
    expect(await goals.json()).toHaveProperty('errors.segment_id', expect.stringMatching(/asks for goals/))
  })

  it('hides the segments and funnels of a site from whoever sees a part of it', async () => {
    await app.send('POST', '/api/sites/own.example/segments', { name: 'Finland', filters: FINLAND }, owner)
    const steps = ['/', '/thanks'].map(page_path => ({ step_type: 'page', page_path }))
    await app.send('POST', '/api/sites/own.example/funnels', { name: 'Order', steps }, owner)
    const limited = { authorization: `Bearer ${(await make({ minimum_visitors: 5 })).token}` }
    const whole = { authorization: `Bearer ${(await make({})).token}` }
    const listed = async (what: string, headers: Record<string, string>) =>
      (await (await app.request(`/api/sites/own.example/${what}`, { headers })).json())[what].length
    expect(await listed('segments', limited)).toBe(0)
    expect(await listed('funnels', limited)).toBe(0)
    expect(await listed('segments', whole)).toBe(1)
    expect(await listed('funnels', whole)).toBe(1)
  })

  it.each<readonly [body: object, field: string]>([
    [{ name: 'a\nb' }, 'name'],
    [{ expires_in_days: 0 }, 'expires_in_days'],
    [{ password: 'short' }, 'password'],
    [{ password: 7 }, 'password'],
    [{ segment_id: 99 }, 'segment_id'],
    [{ segment_id: '1' }, 'segment_id'],
    [{ minimum_visitors: 1 }, 'minimum_visitors'],
    [{ minimum_visitors: 101 }, 'minimum_visitors'],
    [{ minimum_visitors: 2.5 }, 'minimum_visitors'],
    [{ origins: 'https://example.com' }, 'origins'],
    [{ origins: ['example.com'] }, 'origins'],
  ])('refuses %j, by its field', async (body, field) => {
    const answer = await app.send('POST', PATH, body, owner)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toHaveProperty(`errors.${field}`, expect.any(String))
  })

  it.each(BAD_BODIES.filter(([body]) => body !== '{}' && !body.includes('__proto__')))(
    'answers a bad body in words, case %#: $2',
    async (body, status) => {
      const answer = await app.send('POST', '/api/share', body)
      // A token that is a text is only unknown.
      expect([status, 410]).toContain(answer.status)
      expect(await answer.json()).toHaveProperty('error', expect.any(String))
    },
  )
})
