import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'
import type { OidcSettings } from '../../collector/oidc/oidc-settings.ts'

/** Somebody whom the provider of the tests knows. */
export interface Person {
  readonly subject: string
  readonly email?: string
  readonly isVerified?: boolean
  /** How the person signed in there (RFC 8176). */
  readonly amr?: readonly string[]
}

/** A real provider of OpenID Connect on loopback. */
export interface TestProvider {
  readonly issuer: string
  readonly settings: OidcSettings
  /** Who signs in next; undefined: a form asks for it. */
  person: Person | 'denies' | undefined
  /** Takes the place of the provider's answer to a path, when it returns something. */
  tamper: ((path: string, body: unknown) => unknown) | undefined
  /** Every request, as `METHOD /path`. */
  readonly requests: string[]
  /** Walks through the provider as a browser does; gives the address that it leads back to. */
  visit(startUrl: string): Promise<URL>
  close(): Promise<void>
}

export interface TestProviderOptions {
  readonly callbackUrl: string
  /** Changes what Hanki is told of the provider. */
  readonly settings?: Partial<OidcSettings>
  /** True: nobody is told an address but who asks with the access token. */
  readonly hasUserInfo?: boolean
}

const CLIENT = { id: 'hanki', secret: 'a-word-between-hanki-and-the-provider' }

/** Everybody in the book, by subject: accounts are found long after a person has signed in. */
export async function openTestProvider({
  callbackUrl,
  settings = {},
  hasUserInfo = false,
}: TestProviderOptions): Promise<TestProvider> {
  const people = new Map<string, Person>()
  const requests: string[] = []
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const isPublic = 'clientSecret' in settings && settings.clientSecret === undefined
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        redirect_uris: [callbackUrl],
        ...(isPublic
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: CLIENT.secret, token_endpoint_auth_method: 'client_secret_basic' }),
      },
    ],
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: hasUserInfo,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60 },
    findAccount: (_: Context, subject: string) => ({
      accountId: subject,
      claims: () => claimsOf(people.get(subject) ?? { subject }),
    }),
    async loadExistingGrant({ oidc }: Context) {
      const { clientId } = oidc.client
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const self: TestProvider = {
    issuer,
    settings: {
      issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      name: 'Example ID',
      isOnly: false,
      vouchesForSecondFactor: false,
      ...settings,
    },
    person: undefined,
    tamper: undefined,
    requests,
    visit: startUrl => walk(startUrl, issuer),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  provider.use(async (context, next) => {
    await next()
    const body = self.tamper?.(context.path, context.body)
    if (body !== undefined) context.body = body
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', issuer)
    requests.push(`${request.method} ${url.pathname}`)
    if (url.pathname.startsWith('/interaction/')) void interact(request, response, url)
    else answer(request, response)
  })

  /** Without a person, a form asks for an address, whose subject it then is. */
  async function interact(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const typed = url.searchParams.get('email')
    const person: TestProvider['person'] =
      typed === null ? self.person : { subject: typed, email: typed, isVerified: true }
    if (person === undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        '<!doctype html><html lang="en"><title>Example ID</title><main><h1>Example ID</h1><form><label>Address <input name="email"></label><button>Continue</button></form></main></html>',
      )
      return
    }
    if (person === 'denies') {
      await provider.interactionFinished(request, response, { error: 'access_denied' })
      return
    }
    people.set(person.subject, person)
    await provider.interactionFinished(request, response, {
      login: { accountId: person.subject, remember: false, ...(person.amr && { amr: person.amr }) },
    })
  }
  return self
}

function claimsOf({ subject, email, isVerified }: Person): Readonly<Record<string, unknown>> {
  return {
    sub: subject,
    ...(email !== undefined && { email }),
    ...(isVerified !== undefined && { email_verified: isVerified }),
  }
}

/** Follows redirects within the provider, with its cookies. */
async function walk(startUrl: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(startUrl)
  while (url.origin === issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
    url = new URL(location, url)
  }
  return url
}
