import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { OidcError } from '../../../collector/oidc/oidc-error.ts'
import { type OidcProvider, openOidcProvider } from '../../../collector/oidc/oidc-provider.ts'
import { openTestProvider, type Person, type TestProvider } from '../../support/oidc-provider.ts'

const CALLBACK = 'http://localhost/api/oidc/callback'
const MAIJA = { subject: 'maija', email: 'maija@example.fi', isVerified: true }

function openFor(settings: TestProvider['settings'], clock = { now: 0 }, answerMs = 1_000): OidcProvider {
  return openOidcProvider({ settings, callbackUrl: CALLBACK, nowMs: () => clock.now, answerMs })
}

/** What a promise throws. */
async function faultOf(work: Promise<unknown>): Promise<OidcError> {
  const error: unknown = await work.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  )
  return error as OidcError
}

/** A server that says what it is told to; counts its requests. */
async function openServer(
  answer: RequestListener,
): Promise<{ readonly address: string; requests(): number }> {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, requests: () => requests }
}

describe('openOidcProvider', () => {
  let remote: TestProvider
  beforeAll(async () => {
    remote = await openTestProvider({ callbackUrl: CALLBACK })
  })
  afterAll(() => remote.close())
  afterEach(() => {
    remote.tamper = undefined
    remote.person = MAIJA
  })

  async function roundTrip(oidc: OidcProvider) {
    const { url, trip } = await oidc.begin()
    return { answer: (await remote.visit(url)).searchParams, trip }
  }

  it('sends the browser on its way with a challenge, a state and a nonce, and asks for no more than an address', async () => {
    const { url, trip } = await openFor(remote.settings).begin()
    const sent = Object.fromEntries(new URL(url).searchParams)
    expect(sent).toEqual({
      client_id: 'hanki',
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid email',
      state: trip.state,
      nonce: trip.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    expect(url).not.toContain(trip.codeVerifier)
  })

  it('tells who came back', async () => {
    const oidc = openFor(remote.settings)
    remote.person = MAIJA
    const { answer, trip } = await roundTrip(oidc)
    const identity = await oidc.finish(answer, trip)
    expect(identity).toMatchObject({ issuer: remote.issuer, subject: 'maija', hasSecondFactor: false })
    expect(await identity.verifiedEmail()).toBe(MAIJA.email)
  })

  it('asks for the address where the token does not have it, and for nobody else than came back', async () => {
    const other = await openTestProvider({ callbackUrl: CALLBACK, hasUserInfo: true })
    onTestFinished(() => other.close())
    other.person = MAIJA
    const oidc = openFor(other.settings)
    const first = await oidc.begin()
    const identity = await oidc.finish((await other.visit(first.url)).searchParams, first.trip)
    expect(other.requests).not.toContain('GET /me')
    expect(await identity.verifiedEmail()).toBe(MAIJA.email)
    other.tamper = (path, body) => (path === '/me' ? { ...Object(body), sub: 'antti' } : undefined)
    const second = await oidc.begin()
    const swapped = await oidc.finish((await other.visit(second.url)).searchParams, second.trip)
    expect(await faultOf(swapped.verifiedEmail())).toMatchObject({ fault: 'refused' })
  })

  it('takes a client without a secret', async () => {
    const other = await openTestProvider({ callbackUrl: CALLBACK, settings: { clientSecret: undefined } })
    onTestFinished(() => other.close())
    other.person = MAIJA
    const oidc = openFor(other.settings)
    const { url, trip } = await oidc.begin()
    expect(await oidc.finish((await other.visit(url)).searchParams, trip)).toMatchObject({ subject: 'maija' })
  })

  it.each<readonly [person: Person, why: string]>([
    [{ ...MAIJA, isVerified: false }, 'not verified'],
    [{ subject: 'maija', email: MAIJA.email }, 'not said to be verified'],
    [{ subject: 'maija', isVerified: true }, 'missing'],
  ])('believes no address that is, case %#: $1', async person => {
    const oidc = openFor(remote.settings)
    remote.person = person
    const { answer, trip } = await roundTrip(oidc)
    expect(await (await oidc.finish(answer, trip)).verifiedEmail()).toBeUndefined()
  })

  it.each<readonly [ways: Partial<Person>, settings: object, expected: boolean, why: string]>([
    [{}, {}, false, 'nothing is said'],
    [{ amr: ['pwd'] }, {}, false, 'a password'],
    [{ amr: ['pwd', 'mfa'] }, {}, true, 'several factors'],
    [{}, { vouchesForSecondFactor: true }, true, 'the settings say so'],
  ])('knows whether there was a second factor, case %#: $3', async (ways, settings, expected) => {
    const oidc = openFor({ ...remote.settings, ...settings })
    // The provider remembers by the person how they came in.
    remote.person = { ...MAIJA, subject: `maija ${JSON.stringify([ways, settings])}`, ...ways }
    const { answer, trip } = await roundTrip(oidc)
    expect(await oidc.finish(answer, trip)).toMatchObject({ hasSecondFactor: expected })
  })

  it('takes a code once', async () => {
    const oidc = openFor(remote.settings)
    remote.person = MAIJA
    const { answer, trip } = await roundTrip(oidc)
    await oidc.finish(answer, trip)
    expect(await faultOf(oidc.finish(answer, trip))).toMatchObject({ fault: 'refused' })
  })

  it.each<
    readonly [why: string, change: (answer: URLSearchParams, trip: Trip) => readonly [URLSearchParams, Trip]]
  >([
    ['another state', (answer, trip) => [answer, { ...trip, state: 'x' }]],
    ['another nonce', (answer, trip) => [answer, { ...trip, nonce: 'x' }]],
    ['another code verifier', (answer, trip) => [answer, { ...trip, codeVerifier: 'x'.repeat(43) }]],
    ['no state', (answer, trip) => [without(answer, 'state'), trip]],
    ['another issuer', (answer, trip) => [changed(answer, 'iss', 'https://login.example.com'), trip]],
    ['no issuer, though the provider always names itself', (answer, trip) => [without(answer, 'iss'), trip]],
    ['an invented code', (answer, trip) => [changed(answer, 'code', 'invented'), trip]],
    ['two codes', (answer, trip) => [new URLSearchParams([...answer, ['code', 'second']]), trip]],
    ['a token in the address', (answer, trip) => [changed(answer, 'id_token', 'a.b.c'), trip]],
  ])('believes nobody who comes back with %s', async (_why, change) => {
    const oidc = openFor(remote.settings)
    remote.person = MAIJA
    const { answer, trip } = await roundTrip(oidc)
    expect(await faultOf(oidc.finish(...change(answer, trip)))).toMatchObject({ fault: 'refused' })
  })

  it.each<readonly [why: string, claims: Readonly<Record<string, unknown>>]>([
    ['for somebody else', { aud: 'another client' }],
    ['of another issuer', { iss: 'https://login.example.com' }],
    ['that is over', { exp: 1_000 }],
    ['of another subject', { sub: 'owner' }],
  ])('believes no token %s', async (_why, claims) => {
    const oidc = openFor(remote.settings)
    remote.person = MAIJA
    const { answer, trip } = await roundTrip(oidc)
    remote.tamper = (path, body) => (path === '/token' ? withClaims(body, claims) : undefined)
    expect(await faultOf(oidc.finish(answer, trip))).toMatchObject({ fault: 'refused' })
  })

  it('believes no token without a signature', async () => {
    const oidc = openFor(remote.settings)
    remote.person = MAIJA
    const { answer, trip } = await roundTrip(oidc)
    remote.tamper = (path, body) => (path === '/token' ? withClaims(body, {}, { alg: 'none' }) : undefined)
    expect(await faultOf(oidc.finish(answer, trip))).toMatchObject({ fault: 'refused' })
  })

  it('tells a no from an error', async () => {
    const oidc = openFor(remote.settings)
    remote.person = 'denies'
    const denied = await roundTrip(oidc)
    expect(await faultOf(oidc.finish(denied.answer, denied.trip))).toMatchObject({ fault: 'denied' })
    const { trip } = await oidc.begin()
    const answer = new URLSearchParams({
      error: 'server_error',
      error_description: '<b>words of the provider</b>',
      state: trip.state,
      iss: remote.issuer,
    })
    const error = await faultOf(oidc.finish(answer, trip))
    expect(error).toMatchObject({ fault: 'refused' })
    expect(error.message).not.toContain('words of the provider')
  })

  it('asks nothing before it is needed, then once an hour', async () => {
    const clock = { now: 0 }
    const oidc = openFor(remote.settings, clock)
    const documents = () => remote.requests.filter(request => request.includes('openid-configuration')).length
    const before = documents()
    await Promise.all([oidc.begin(), oidc.begin(), oidc.check()])
    expect(documents() - before).toBe(1)
    clock.now += 3_600_000
    await oidc.begin()
    expect(documents() - before).toBe(2)
  })

  it('says that a provider is away, does not hammer it, and finds it again', async () => {
    let isAway = true
    const server = await openServer((_, response) => {
      response.statusCode = isAway ? 503 : 200
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(documentOf(server.address)))
    })
    const clock = { now: 0 }
    const oidc = openFor({ ...remote.settings, issuer: server.address }, clock)
    for (let count = 0; count < 5; count++) {
      expect(await faultOf(oidc.begin())).toMatchObject({ fault: 'away' })
    }
    expect(server.requests()).toBe(1)
    isAway = false
    clock.now += 3_000
    expect((await oidc.begin()).url).toContain(server.address)
  })

  it('waits for a provider that says nothing no longer than it should', async () => {
    const server = await openServer(() => undefined)
    const oidc = openFor({ ...remote.settings, issuer: server.address }, undefined, 100)
    expect(await faultOf(oidc.begin())).toMatchObject({ fault: 'away', code: 'TimeoutError' })
  })

  it('reads no more than it should', async () => {
    const server = await openServer((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.write('{')
      const more = setInterval(() => response.write(' '.repeat(64 * 1024)), 1)
      response.on('close', () => clearInterval(more))
    })
    const oidc = openFor({ ...remote.settings, issuer: server.address }, undefined, 5_000)
    expect(await faultOf(oidc.begin())).toMatchObject({ fault: 'away', code: 'ANSWER_TOO_LARGE' })
  })

  it('follows no redirect', async () => {
    const trap = await openServer((_, response) => response.end('{}'))
    const server = await openServer((_, response) => {
      response.statusCode = 302
      response.setHeader('location', `${trap.address}/.well-known/openid-configuration`)
      response.end()
    })
    const error = await faultOf(openFor({ ...remote.settings, issuer: server.address }).begin())
    expect(error).toMatchObject({ fault: 'away' })
    expect(error.message).toMatch(/Check HANKI_OIDC_ISSUER/)
    expect(trap.requests()).toBe(0)
  })

  it.each<readonly [name: string, value: string | undefined, why: string]>([
    ['issuer', 'https://login.example.com', 'another provider'],
    ['token_endpoint', 'http://169.254.169.254/latest/meta-data', 'the cloud, in the clear'],
    ['token_endpoint', 'https://10.0.0.1/token', 'a private address'],
    ['token_endpoint', 'https://[fd00::1]/token', 'a private address of the newer kind'],
    ['token_endpoint', 'http://example.com/token', 'in the clear'],
    ['token_endpoint', undefined, 'none'],
    ['jwks_uri', 'file:///etc/passwd', 'a file'],
    ['userinfo_endpoint', 'http://metadata.internal/', 'a name, in the clear'],
    ['authorization_endpoint', 'javascript:alert(1)', 'a script'],
    ['authorization_endpoint', 'https://user:password@login.example.com/', 'a password in it'],
  ])('goes nowhere when the document names a wrong %s: %s', async (name, value) => {
    const server = await openServer((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ...documentOf(server.address), [name]: value }))
    })
    const error = await faultOf(openFor({ ...remote.settings, issuer: server.address }).begin())
    expect(error).toMatchObject({ fault: 'away' })
    expect(server.requests()).toBe(1)
  })

  it('sends codes and secrets to the addresses of the document alone, by no redirect either', async () => {
    const trap = await openServer((_, response) => response.end('{}'))
    const server = await openServer((request, response) => {
      response.setHeader('content-type', 'application/json')
      if (request.url === '/token') response.writeHead(307, { location: `${trap.address}/token` })
      response.end(JSON.stringify(documentOf(server.address)))
    })
    const oidc = openFor({ ...remote.settings, issuer: server.address })
    const { trip } = await oidc.begin()
    const answer = new URLSearchParams({ code: 'x', state: trip.state })
    expect(await faultOf(oidc.finish(answer, trip))).toMatchObject({ fault: 'refused' })
    expect([server.requests(), trap.requests()]).toEqual([2, 0])
  })
})

type Trip = Awaited<ReturnType<OidcProvider['begin']>>['trip']

function documentOf(address: string): Readonly<Record<string, unknown>> {
  return {
    issuer: address,
    authorization_endpoint: `${address}/authorize`,
    token_endpoint: `${address}/token`,
    jwks_uri: `${address}/keys`,
  }
}

function changed(answer: URLSearchParams, name: string, value: string): URLSearchParams {
  const copy = new URLSearchParams(answer)
  copy.set(name, value)
  return copy
}

function without(answer: URLSearchParams, name: string): URLSearchParams {
  const copy = new URLSearchParams(answer)
  copy.delete(name)
  return copy
}

/** The same answer with other claims under the old signature. */
function withClaims(body: unknown, claims: object, header: object = {}): unknown {
  const answer = Object(body) as { readonly id_token: string }
  const [head = '', payload = '', signature = ''] = answer.id_token.split('.')
  const part = (text: string, changes: object): string => {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Buffer.from(JSON.stringify({ ...Object(value), ...changes })).toString('base64url')
  }
  return { ...answer, id_token: [part(head, header), part(payload, claims), signature].join('.') }
}
