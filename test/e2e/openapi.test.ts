import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { EVENT_PATHS } from '../../collector/http/openapi/event-paths.ts'
import { CHROME_UA } from '../support/browser.ts'
import { makeKey } from '../support/command-line.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

type Json = Record<string, never>
const post = (EVENT_PATHS as Record<string, Json>)['/api/event']?.['post'] as unknown as {
  requestBody: { content: Record<string, { examples: Record<string, { value: object }> }> }
}
const EXAMPLES = Object.entries(post.requestBody.content['application/json']?.examples ?? {})

describe('GET /api/openapi.json', () => {
  let server: TestServer
  let key: string
  let validator: (pointer: string) => ValidateFunction
  beforeAll(async () => {
    server = await startServer()
    const cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
    key = makeKey(server.dataDirectory, 'example.com', 'events:write,events:import')
    const document = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as object
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    ajv.addSchema(document, 'api')
    validator = pointer => ajv.compile({ $ref: `api#${pointer}` })
    await vi.waitUntil(async () => (await send({}, { authorization: `Bearer ${key}` })).status !== 401, {
      timeout: 10_000,
    })
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  const send = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const EVENT = '/components/schemas/Event'
  const answerSchema = (status: number, type = 'application~1json') =>
    `/paths/~1api~1event/post/responses/${status}/content/${type}/schema`
  const isValid = (pointer: string, value: unknown): unknown[] => {
    const validate = validator(pointer)
    return validate(value) ? [] : (validate.errors ?? [])
  }

  it.each(EXAMPLES)('describes the example %s, which is taken', async (_, { value }) => {
    for (const event of Array.isArray(value) ? value : [value]) expect(isValid(EVENT, event)).toEqual([])
    const answer = await send(value)
    expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, null])
    if (Array.isArray(value)) {
      const results = await answer.json()
      expect(isValid(answerSchema(202), results)).toEqual([])
      expect(results).toEqual(value.map(() => ({ status: 'stored' })))
    } else {
      expect(isValid(answerSchema(202, 'text~1plain'), await answer.text())).toEqual([])
    }
  })

  it('describes every kind of result and of error as they really are', async () => {
    const page = { n: 'pageview', u: 'https://example.com/', d: 'example.com' }
    const authorization = `Bearer ${key}`
    const repeated = { authorization, 'idempotency-key': 'a' }
    await send([page], repeated)
    const array = [page, { ...page, d: 'unknown.example' }, { n: '' }, { ...page, timestamp: 'x', ip: 7 }]
    const answers: (readonly [status: number, answer: Response])[] = [
      [202, await send(array)],
      [202, await send([page], repeated)],
      [400, await send({ ...page, p: [], $: 7, u: 'x' })],
      [400, await send({ ...page, ip: '192.0.2.1', user_agent: 'x' })],
      [400, await send([])],
      [401, await send(page, { authorization: 'Bearer nobody' })],
      [413, await send({ ...page, p: { long: 'x'.repeat(70_000) } })],
    ]
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status)
      expect(isValid(answerSchema(status), await answer.json())).toEqual([])
    }
  })

  it('does not describe what is refused', () => {
    for (const wrong of [{}, [], { n: 'pageview' }, { n: {}, u: 'https://example.com/' }]) {
      expect(isValid(EVENT, wrong)).not.toEqual([])
    }
  })
})
