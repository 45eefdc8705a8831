import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeKey } from '../support/command-line.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

/** What must be found nowhere once the requests have ended. Every one is in several kinds of requests. */
const ADDRESSES = ['91.152.173.91', '2001:14ba:7391:4c2d:9e77:1b2c:88d1:0a05']
const OTHER_SPELLINGS = [
  Buffer.from([91, 152, 173, 91]).toString('hex'),
  '2001:14ba:7391:4c2d:9e77:1b2c:88d1:a05',
  '200114ba73914c2d9e771b2c88d10a05',
]
const MARK = 'sentinel7391'
const USER_AGENT = `Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0 ${MARK}`
const BOT = `Googlebot/2.1 (+http://www.google.com/bot.html) ${MARK}`
/** User-Agent of a request that has not ended. */
const UNDER_WAY = 'Mozilla/5.0 under-way-8810'
/** Kept of the same requests: that the search finds what is there is seen by it. */
const KEPT = 'kept-page-5502'

describe('what is left of visitors after their requests', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({
      nodeOptions: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${process.env['TMPDIR'] ?? '/tmp'}`],
      env: { HANKI_METRICS_TOKEN: 'a-token-of-the-test', HANKI_LOG_LEVEL: 'debug' },
    })
    const cookie = await createOwner(server)
    const added = await callApi(server, cookie, '/api/sites', {
      domain: 'example.com',
      timezone: 'Europe/Helsinki',
    })
    expect(added.status).toBe(201)
    const settings = { shields: { networks: ['198.51.100.0/24'], pages: ['/intern/*'] } }
    await callApi(server, cookie, '/api/sites/example.com/settings', settings, 'PUT')
    const key = makeKey(server.dataDirectory, 'example.com', 'events:write,events:import')
    await sleep(2_500)
    await sendEverything(server, key)
  }, 60_000)
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  it('is in no file: not in the journal, the database, the ledger, the day keys', async () => {
    // Until the counters and the events have been written.
    await expect.poll(() => filesWith(KEPT, server.dataDirectory), { timeout: 15_000 }).not.toEqual([])
    await sleep(6_000)
    for (const text of [...ADDRESSES, ...OTHER_SPELLINGS, MARK]) {
      expect([text, filesWith(text, server.dataDirectory), filesWith(text, server.dayKeysFile)]).toEqual([
        text,
        [],
        [],
      ])
    }
  }, 40_000)

  it('is neither in the log nor in the metrics', async () => {
    const answer = await fetch(`${server.address}/metrics`, {
      headers: { authorization: 'Bearer a-token-of-the-test' },
    })
    const metrics = await answer.text()
    expect(metrics).toContain('hanki_')
    for (const text of [...ADDRESSES, ...OTHER_SPELLINGS, MARK]) {
      expect(server.output()).not.toContain(text)
      expect(metrics).not.toContain(text)
    }
  })

  it('is not in the memory that the program can reach', async () => {
    // One request is still under way: its mark must be found, or the search would prove nothing.
    const headers = { 'user-agent': UNDER_WAY, 'content-length': '10' }
    const unfinished = request(`${server.address}/api/event`, { method: 'POST', agent: false, headers })
    unfinished.once('error', () => undefined).write('{')
    await sleep(200)
    const directory = process.env['TMPDIR'] ?? '/tmp'
    const mine = (name: string) => name.includes(`.${server.process.pid}.`) && name.endsWith('.heapsnapshot')
    server.process.kill('SIGUSR2')
    const sizes = () =>
      readdirSync(directory)
        .filter(mine)
        .map(name => statSync(join(directory, name)).size)
    let last = -1
    await expect
      .poll(
        () => {
          const size = sizes()[0] ?? 0
          const isDone = size > 1_000_000 && size === last
          last = size
          return isDone
        },
        { timeout: 40_000, interval: 1_500 },
      )
      .toBe(true)
    const snapshot = join(directory, readdirSync(directory).find(mine) ?? '')
    try {
      expect(filesWith(UNDER_WAY, snapshot)).toEqual([snapshot])
      for (const text of [...ADDRESSES, ...OTHER_SPELLINGS, MARK]) {
        expect([text, filesWith(text, snapshot)]).toEqual([text, []])
      }
    } finally {
      unfinished.destroy()
      execFileSync('rm', ['-f', snapshot])
    }
  }, 60_000)
})

/** Files below a path that hold a text. */
function filesWith(text: string, path: string): readonly string[] {
  try {
    const lines = execFileSync('grep', ['-rlaiF', '--', text, path], { encoding: 'utf8' })
    return lines.trim().split('\n')
  } catch {
    // grep exits with 1 when it finds nothing.
    return []
  }
}

/** Requests of every kind: stored, dropped for each reason, wrong, too long, told by a server, of the past, by picture. */
async function sendEverything(server: TestServer, key: string): Promise<void> {
  const event = (change: object = {}) => ({
    n: 'pageview',
    u: `https://example.com/${KEPT}`,
    d: 'example.com',
    ...change,
  })
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  for (const address of ADDRESSES) {
    const browser = { 'x-forwarded-for': address, 'user-agent': USER_AGENT }
    const bodies: unknown[] = [
      event(),
      event({ n: 'engagement', e: 4_000, sd: 50 }),
      event({ u: 'https://evil.net/' }),
      event({ d: 'unknown.example' }),
      event({ u: 'https://example.com/intern/x' }),
      event({ u: 7 }),
      event({ ip: address, user_agent: USER_AGENT }),
      [event(), event({ p: { a: 1 } }), { n: 'broken' }],
      'no JSON at all',
      event({ p: { long: 'x'.repeat(80_000) } }),
    ]
    for (const body of bodies) {
      await send(server, 'POST', '/api/event', { ...browser, 'content-type': 'text/plain' }, body)
    }
    const objecting = { ...browser, 'sec-gpc': '1' }
    const prefetching = { ...browser, 'sec-purpose': 'prefetch' }
    for (const headers of [objecting, prefetching, { ...browser, 'user-agent': BOT }]) {
      await send(server, 'POST', '/api/event', headers, event())
    }
    await send(server, 'POST', '/api/event', { ...browser, forwarded: `for="${address}"` }, event())
    await send(server, 'GET', `/api/event/pixel.gif?u=https://example.com/${KEPT}&d=example.com`, browser)
    await send(server, 'GET', '/js/script.js', browser)
    await send(server, 'GET', '/api/nothing-here', browser)
    await send(server, 'POST', '/api/session', browser, {
      email: 'a@example.com',
      password: 'wrong password',
    })

    const program = { authorization: `Bearer ${key}`, 'idempotency-key': `key ${address}` }
    const visitor = { ip: address, user_agent: USER_AGENT }
    await send(server, 'POST', '/api/event', program, [
      event(visitor),
      event({ ...visitor, timestamp: yesterday }),
    ])
    await send(server, 'POST', '/api/event', program, event({ ...visitor, timestamp: 'yesterday' }))
  }
}

/** One request over a connection of its own, which is closed after it. */
function send(
  server: TestServer,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(`${server.address}${path}`, { method, agent: false, headers }, answer => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    })
    sending.once('error', reject)
    sending.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
  })
}
