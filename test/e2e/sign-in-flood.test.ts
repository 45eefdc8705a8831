import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'

const TRIES = 10_000
const CONNECTIONS = 1_000
/** What one network may make this machine hash in a quarter of an hour. */
const BUDGET = 50
const CROWD = '198.51.100.7'
const HOME = '192.0.2.7'

describe('ten thousand sign-ins at once, from one network', () => {
  let server: TestServer
  let cookie: string
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
  })
  afterAll(async () => {
    agent.destroy()
    await server.stop()
    server.remove()
  })

  /** Tries to sign in, as a proxy passes it on; the status. */
  function signIn(email: string, password: string, address: string): Promise<number> {
    const body = JSON.stringify({ email, password })
    return new Promise((resolve, reject) => {
      const sent = request(`${server.address}/api/session`, {
        agent: address === CROWD ? agent : new Agent(),
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': address,
        },
      })
      sent.on('response', answer => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  it('lock nobody out, hold nobody up, and cost what fifty cost', { timeout: 180_000 }, async () => {
    let isOver = false
    let isIn = false
    const statuses: number[] = []
    let sent = 0
    /** Goes on until all was tried and the owner is in, so that one happens within the other. */
    async function guess(): Promise<void> {
      while (sent < TRIES || !isIn) {
        const count = sent++
        // Half of them guess at the owner.
        const email = count % 2 === 0 ? OWNER.email : `guess-${count}@example.com`
        statuses.push(await signIn(email, 'wrong password, and wrong again', CROWD))
      }
    }
    const flood = Promise.all(Array.from({ length: CONNECTIONS }, guess)).finally(() => {
      isOver = true
    })
    const looks: number[] = []
    const looking = (async () => {
      while (!isOver) {
        looks.push((await callApi(server, cookie, '/api/sites')).status)
        await sleep(50)
      }
    })()
    const signedIn = await signIn(OWNER.email, OWNER.password, HOME)
    isIn = true
    await flood
    await looking
    expect(signedIn).toBe(201)
    expect(new Set(looks)).toEqual(new Set([200]))
    const hashed = statuses.filter(status => status === 401).length
    expect(hashed).toBeGreaterThan(0)
    expect(hashed).toBeLessThanOrEqual(BUDGET)
    expect(statuses.filter(status => status === 429)).toHaveLength(statuses.length - hashed)
    // The budget is used up there, and only there.
    expect(await signIn('new@example.com', 'wrong password', CROWD)).toBe(429)
    expect(await signIn(OWNER.email, OWNER.password, HOME)).toBe(201)
  })
})
