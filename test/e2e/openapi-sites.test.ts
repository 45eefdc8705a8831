import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newApiKey } from '../../collector/accounts/api-keys.ts'
import { SITE_PATHS } from '../../collector/http/openapi/site-paths.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { apiRoutes } from '../support/routes.ts'

/** What is sent, in order, and the answer's status; each is compared with what the document says of it. */
const CALLS: readonly (readonly [method: string, path: string, status: number, body?: object])[] = [
  ['POST', '/api/sites', 201, { domain: 'example.com', timezone: 'Europe/Helsinki' }],
  ['POST', '/api/sites', 400, { domain: 'example.com', timezone: 'Mars' }],
  ['GET', '/api/sites', 200],
  ['GET', '/api/sites/{domain}', 200],
  ['PATCH', '/api/sites/{domain}', 200, { timezone: 'UTC' }],
  ['PATCH', '/api/sites/{domain}', 200, { domain: 'example.net' }],
  ['PATCH', '/api/sites/{domain}', 200, { domain: 'example.com' }],
  ['PATCH', '/api/sites/{domain}', 400, {}],
  ['PUT', '/api/sites/{domain}/goals', 200, { goal_type: 'page', page_path: '/blog/**' }],
  [
    'PUT',
    '/api/sites/{domain}/goals',
    200,
    { goal_type: 'event', event_name: 'Order', currency: 'EUR', custom_props: { a: 'b' } },
  ],
  [
    'PUT',
    '/api/sites/{domain}/goals',
    200,
    { goal_type: 'scroll', page_path: '/', scroll_threshold: 50, display_name: 'Read' },
  ],
  ['PUT', '/api/sites/{domain}/goals', 400, { goal_type: 'event' }],
  ['GET', '/api/sites/{domain}/goals', 200],
  ['GET', '/api/sites/{domain}/properties', 200],
  [
    'PUT',
    '/api/sites/{domain}/goals/Read',
    200,
    { goal_type: 'scroll', page_path: '/', scroll_threshold: 60, display_name: 'Reading' },
  ],
  ['PUT', '/api/sites/{domain}/goals/Reading', 400, { goal_type: 'event', event_name: 'Order' }],
  [
    'POST',
    '/api/sites/{domain}/funnels',
    201,
    {
      name: 'Read on',
      steps: [
        { step_type: 'page', page_path: '/' },
        { step_type: 'goal', goal: 'Reading' },
      ],
    },
  ],
  ['POST', '/api/sites/{domain}/funnels', 400, { name: 'Short', steps: [] }],
  ['DELETE', '/api/sites/{domain}/goals/Reading', 409],
  [
    'PUT',
    '/api/sites/{domain}/funnels/1',
    200,
    {
      name: 'Buy',
      within: 'day',
      steps: [
        { step_type: 'event', event_name: 'Basket' },
        { step_type: 'event', event_name: 'Order' },
      ],
    },
  ],
  ['GET', '/api/sites/{domain}/funnels', 200],
  ['DELETE', '/api/sites/{domain}/funnels/1', 200],
  ['DELETE', '/api/sites/{domain}/funnels/1', 404],
  ['DELETE', '/api/sites/{domain}/goals/Reading', 200],
  ['DELETE', '/api/sites/{domain}/goals/Read', 404],
  [
    'POST',
    '/api/sites/{domain}/segments',
    201,
    { name: 'Finland', filters: [['is', 'visit:country', ['FI']]] },
  ],
  ['POST', '/api/sites/{domain}/segments', 400, { name: '', filters: [] }],
  [
    'PUT',
    '/api/sites/{domain}/segments/1',
    200,
    { name: 'Sweden', filters: [['is', 'visit:country', ['SE']]] },
  ],
  ['GET', '/api/sites/{domain}/segments', 200],
  ['DELETE', '/api/sites/{domain}/segments/1', 200],
  ['DELETE', '/api/sites/{domain}/segments/1', 404],
  ['POST', '/api/sites/{domain}/annotations', 201, { day: '2026-11-24', text: 'Sale' }],
  ['POST', '/api/sites/{domain}/annotations', 400, { day: 'Tuesday', text: '' }],
  ['PUT', '/api/sites/{domain}/annotations/1', 200, { day: '2026-11-25', text: 'Sale' }],
  ['GET', '/api/sites/{domain}/annotations', 200],
  ['GET', '/api/sites/{domain}/marks', 200],
  ['DELETE', '/api/sites/{domain}/annotations/1', 200],
  ['DELETE', '/api/sites/{domain}/annotations/1', 404],
  [
    'PUT',
    '/api/sites/{domain}/settings',
    200,
    { precision: 'network', shields: { countries: ['FI'], networks: ['192.0.2.0/24'] } },
  ],
  ['PUT', '/api/sites/{domain}/settings', 400, { precision: 'none' }],
  ['GET', '/api/sites/{domain}/settings', 200],
  ['POST', '/api/sites/{domain}/share-links', 201, {}],
  [
    'POST',
    '/api/sites/{domain}/share-links',
    201,
    { name: 'Board', expires_in_days: 30, password: 'correct horse battery' },
  ],
  [
    'POST',
    '/api/sites/{domain}/share-links',
    201,
    { segment_id: null, minimum_visitors: 5, origins: ['https://example.com'] },
  ],
  ['POST', '/api/sites/{domain}/share-links', 400, { password: 'short' }],
  ['GET', '/api/sites/{domain}/share-links', 200],
  ['DELETE', '/api/sites/{domain}/share-links/nothing', 404],
  ['POST', '/api/share', 410, { token: 'hanki_share_nothing' }],
  ['POST', '/api/share', 410, { site: 'nowhere.example' }],
  ['PUT', '/api/sites/{domain}/public-view', 400, { minimum_visitors: 1 }],
  ['PUT', '/api/sites/{domain}/public-view', 200, { minimum_visitors: 5, is_indexed: true }],
  ['GET', '/api/sites/{domain}/public-view', 200],
  ['DELETE', '/api/sites/{domain}/public-view', 200],
  ['GET', '/api/sites/{domain}/status', 200],
  ['POST', '/api/sites/{domain}/reset', 200],
  ['DELETE', '/api/sites/{domain}', 204],
  ['GET', '/api/sites/{domain}', 404],
]

interface Described {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } }
  readonly responses: Readonly<
    Record<string, { content?: { 'application/json': { schema: object } } } | undefined>
  >
}

describe('GET /api/openapi.json, of sites', () => {
  let server: OwnServer
  let key: string
  let document: { paths: Record<string, Record<string, Described>>; components: object }
  beforeAll(async () => {
    server = await openOwnServer()
    const { directory } = server.hanki
    const deps = { directory, nowSeconds: () => Math.floor(Date.now() / 1_000) }
    const wishes = {
      name: '',
      scopes: ['sites:manage', 'stats:read'] as const,
      days: undefined,
      creator: undefined,
    }
    const made = newApiKey(deps, undefined, wishes)
    await directory.addKey(made.record)
    key = made.key
    document = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as typeof document
  })
  afterAll(() => server.close())

  const templateOf = (path: string): string =>
    path
      .replace(/\/goals\/.+$/, '/goals/{name}')
      .replace(/\/(segments|annotations|funnels|share-links)\/.+$/, '/$1/{id}')

  function faults(schema: object, value: unknown): unknown[] {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    const validate = ajv.compile({ ...schema, components: document.components })
    return validate(value) ? [] : (validate.errors ?? [])
  }

  it('describes every request that is taken, and every answer as it really is', async () => {
    const statuses: string[] = []
    for (const [method, path, status, body] of CALLS) {
      const described = document.paths[templateOf(path)]?.[method.toLowerCase()]
      const answer = await fetch(`${server.address}${path.replace('{domain}', 'example.com')}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      statuses.push(`${method} ${path} ${answer.status}`)
      const sent = described?.requestBody?.content['application/json'].schema
      expect([method, path, sent !== undefined]).toEqual([method, path, body !== undefined])
      if (sent !== undefined && answer.ok) expect(faults(sent, body)).toEqual([])
      const schema = described?.responses[String(answer.status)]?.content?.['application/json'].schema
      if (text === '') expect(schema).toBeUndefined()
      else
        expect([path, answer.status, faults(schema ?? { not: {} }, JSON.parse(text))]).toEqual([
          path,
          answer.status,
          [],
        ])
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} ${status}`)
    }
    expect(statuses).toEqual(CALLS.map(([method, path, status]) => `${method} ${path} ${status}`))
  }, 60_000)

  it('has an example of every operation above', () => {
    const tried = new Set(CALLS.map(([method, path]) => `${method.toLowerCase()} ${templateOf(path)}`))
    const described = Object.entries(SITE_PATHS).flatMap(([path, operations]) =>
      Object.keys(operations as object).map(method => `${method} ${path}`),
    )
    expect(described.filter(operation => !tried.has(operation))).toEqual([])
  })

  it('describes how a link is opened, with its password', async () => {
    const send = (path: string, body: object): Promise<Response> =>
      fetch(`${server.address}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    await send('/api/sites', { domain: 'shared.example', timezone: 'UTC' })
    const password = 'correct horse battery'
    const { token } = await (await send('/api/sites/shared.example/share-links', { password })).json()
    const { responses } = document.paths['/api/share']?.['post'] ?? { responses: {} }
    for (const [body, status] of [
      [{ token, password }, 200],
      [{ token }, 401],
      [{ token, password: 'wrong' }, 401],
      [{ token: 7 }, 400],
    ] as const) {
      const answer = await send('/api/share', body)
      const schema = responses[String(answer.status)]?.content?.['application/json'].schema
      expect([answer.status, faults(schema ?? { not: {} }, await answer.json())]).toEqual([status, []])
    }
  })

  it('describes every route of sites but those that only people may use', () => {
    const people = /^\/api\/sites\/\{domain\}\/(people|invitations|keys|events)(\/|$)/
    const routes = apiRoutes()
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
      .filter(route => / \/api\/(sites|share)/.test(route) && !people.test(route.split(' ')[1] ?? ''))
    const described = Object.entries(SITE_PATHS).flatMap(([path, operations]) =>
      Object.keys(operations as object).map(method => `${method} ${path}`),
    )
    expect(described.toSorted()).toEqual(routes.toSorted())
  })

  it('does not describe what is refused', () => {
    const taken = (path: string, method: string): object =>
      document.paths[path]?.[method]?.requestBody?.content['application/json'].schema ?? {}
    for (const body of [{}, { goal_type: 'event' }, { goal_type: 'x', event_name: 'a' }, { event_name: 'a' }])
      expect(faults(taken('/api/sites/{domain}/goals', 'put'), body)).not.toEqual([])
    for (const body of [{ precision: 'none' }, { unknown: 1 }, { shields: { countries: 'FI' } }])
      expect(faults(taken('/api/sites/{domain}/settings', 'put'), body)).not.toEqual([])
  })
})
