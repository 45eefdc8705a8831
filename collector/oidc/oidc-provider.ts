import {
  AUTHORIZATION_RESPONSE_ERROR,
  AuthorizationResponseError,
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  type Client,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  clockTolerance,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  type IDToken,
  None,
  processAuthorizationCodeResponse,
  processUserInfoResponse,
  userInfoRequest,
  validateApplicationLevelSignature,
  validateAuthResponse,
} from 'oauth4webapi'
import { type FoundProvider, openDiscovery } from './discovery.ts'
import { codeOf, OidcError } from './oidc-error.ts'
import type { OidcSettings } from './oidc-settings.ts'

/** What has to be kept of a sign-in until the browser comes back; secret. */
export interface RoundTrip {
  readonly state: string
  readonly nonce: string
  /** Proves to the provider that whoever exchanges the code is whoever asked for it (PKCE, RFC 7636). */
  readonly codeVerifier: string
}

/** Somebody whom the provider knows. */
export interface Identity {
  readonly issuer: string
  /** The provider's own name for the person, which it gives to nobody else, ever. */
  readonly subject: string
  /** True when the provider vouches for a second factor. */
  readonly hasSecondFactor: boolean
  /** The person's e-mail address when the provider says that it is verified; as the provider writes it. Throws `OidcError`. */
  verifiedEmail(): Promise<string | undefined>
}

/** The provider that people sign in with. Nothing is asked of it before it is needed. */
export interface OidcProvider extends Pick<OidcSettings, 'name' | 'isOnly' | 'issuer'> {
  /** Where to send the browser, and what to keep until it comes back. Throws `OidcError`. */
  begin(): Promise<{ readonly url: string; readonly trip: RoundTrip }>
  /** Who came back, from the query of the callback. Throws `OidcError` unless everything about it is right. */
  finish(callback: URLSearchParams, trip: RoundTrip): Promise<Identity>
  /** Looks whether the provider answers as one. Throws `OidcError` with what to do. */
  check(): Promise<void>
}

export interface OidcProviderOptions {
  readonly settings: OidcSettings
  /** Where the provider sends browsers back to: `…/api/oidc/callback`. */
  readonly callbackUrl: string
  /** A clock that never goes backwards, ms. */
  readonly nowMs: () => number
  /** How long the provider may take for one answer, ms. */
  readonly answerMs?: number
}

/** How far the provider's clock may be off, seconds. */
const CLOCK_SECONDS = 30
/** Method that stands for several at once (RFC 8176, 2). */
const SEVERAL_FACTORS = 'mfa'

export function openOidcProvider({
  settings,
  callbackUrl,
  nowMs,
  answerMs,
}: OidcProviderOptions): OidcProvider {
  const { issuer, clientId, name, isOnly } = settings
  const client: Client = { client_id: clientId, [clockTolerance]: CLOCK_SECONDS }
  const discovery = openDiscovery({ issuer, nowMs, ...(answerMs !== undefined && { answerMs }) })

  async function exchange(
    { server, options }: FoundProvider,
    parameters: URLSearchParams,
    { nonce, codeVerifier }: RoundTrip,
  ): Promise<{ readonly claims: IDToken; readonly accessToken: string }> {
    const auth = authOf(server, settings)
    const answer = await authorizationCodeGrantRequest(
      server,
      client,
      auth,
      parameters,
      callbackUrl,
      codeVerifier,
      options,
    )
    const tokens = await processAuthorizationCodeResponse(server, client, answer, {
      expectedNonce: nonce,
      requireIdToken: true,
    })
    // TLS says that it came from the provider; the signature says so to whoever doubts the way.
    await validateApplicationLevelSignature(server, answer, options)
    const claims = getValidatedIdTokenClaims(tokens)
    if (claims === undefined) throw new OidcError('refused', 'NO_ID_TOKEN', 'The provider sent no ID token.')
    return { claims, accessToken: tokens.access_token }
  }

  /** Providers put the address into the token, or tell it to whoever has the access token. */
  async function profileOf(
    { server, options }: FoundProvider,
    claims: IDToken,
    accessToken: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const isTold = claims['email'] !== undefined && claims['email_verified'] !== undefined
    if (isTold || server.userinfo_endpoint === undefined) return claims
    const answer = await userInfoRequest(server, client, accessToken, options)
    return processUserInfoResponse(server, client, claims.sub, answer)
  }

  return {
    name,
    isOnly,
    issuer,

    async begin() {
      const { server } = await discovery.find()
      const trip: RoundTrip = {
        state: generateRandomState(),
        nonce: generateRandomNonce(),
        codeVerifier: generateRandomCodeVerifier(),
      }
      const url = new URL(server.authorization_endpoint ?? issuer)
      const parameters = {
        client_id: clientId,
        response_type: 'code',
        redirect_uri: callbackUrl,
        scope: 'openid email',
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await calculatePKCECodeChallenge(trip.codeVerifier),
        code_challenge_method: 'S256',
      }
      for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value)
      return { url: url.href, trip }
    },

    async finish(callback, trip) {
      const found = await discovery.find()
      try {
        const parameters = validateAuthResponse(found.server, client, callback, trip.state)
        const { claims, accessToken } = await exchange(found, parameters, trip)
        return {
          issuer,
          subject: claims.sub,
          hasSecondFactor: settings.vouchesForSecondFactor || namesSeveralFactors(claims),
          verifiedEmail: async () => {
            const profile = await profileOf(found, claims, accessToken).catch((error: unknown) => {
              throw toOidcError(error)
            })
            const { email, email_verified: isVerified } = profile as Readonly<Record<string, unknown>>
            return isVerified === true && typeof email === 'string' ? email : undefined
          },
        }
      } catch (error) {
        throw toOidcError(error)
      }
    },

    async check() {
      await discovery.find()
    },
  }
}

/** In the way that the provider takes it; by the header where it does not say (OpenID Connect Discovery 1.0, 3). */
function authOf(server: AuthorizationServer, { clientSecret }: OidcSettings): ClientAuth {
  if (clientSecret === undefined) return None()
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const isPostOnly = methods.includes('client_secret_post') && !methods.includes('client_secret_basic')
  return isPostOnly ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret)
}

function namesSeveralFactors({ amr }: IDToken): boolean {
  return Array.isArray(amr) && amr.includes(SEVERAL_FACTORS)
}

function toOidcError(error: unknown): OidcError {
  if (error instanceof OidcError) return error
  const code = codeOf(error)
  if (error instanceof AuthorizationResponseError && error.code === AUTHORIZATION_RESPONSE_ERROR) {
    if (error.error === 'access_denied') return new OidcError('denied', code, 'The provider let nobody in.')
    return new OidcError('refused', code, 'The provider refuses the sign-in. Check how it knows Hanki.')
  }
  // The library's own codes are about what was said, the system's about there being nobody who says it.
  if (code.startsWith('OAUTH_')) {
    return new OidcError(
      'refused',
      code,
      'What the provider answered is not to be believed. Check HANKI_OIDC_CLIENT_ID and HANKI_OIDC_CLIENT_SECRET.',
    )
  }
  return new OidcError('away', code, 'The provider does not answer.')
}
