import type {
  AnonymousBody,
  FieldErrorsBody,
  NewSiteBody,
  QueryBody,
  QueryResultBody,
  SessionBody,
  SetupBody,
  SignInBody,
  SiteBody,
  SiteStatusBody,
} from '../../../collector/http/contract.ts'
import { WORDS } from './words.ts'

/**
 * An answer that is not a success. `status` is HTTP's, 0 when the collector could not be reached at all.
 * `message` is fit to be shown; `fields` has a message per form field, often none.
 */
export class ApiError extends Error {
  readonly status: number
  readonly fields: Readonly<Record<string, string>>

  constructor(status: number, message: string, fields: Record<string, string> = {}, cause?: unknown) {
    super(message, { cause })
    this.name = 'ApiError'
    this.status = status
    this.fields = fields
  }
}

let tellSignedOut: () => void = () => undefined

/** Calls `listener` whenever an answer says that nobody, or not this user, may see it. */
export function onSignedOut(listener: () => void): void {
  tellSignedOut = listener
}

/** Who is signed in; when nobody is, whether the first user still has to be made. Throws `ApiError`. */
export async function readSession(): Promise<SessionBody | Pick<AnonymousBody, 'setup_needed'>> {
  const response = await send('GET', '/api/session')
  if (response.status === 401) {
    const body: Partial<AnonymousBody> = await readJson(response)
    return { setup_needed: body.setup_needed === true }
  }
  return readSuccess(response)
}

/** Opens a session. Throws `ApiError` 401 for a wrong pair, 429 after too many. */
export async function signIn(body: SignInBody): Promise<SessionBody> {
  return readSuccess(await send('POST', '/api/session', body))
}

/** Ends the session. Throws `ApiError`. */
export async function signOut(): Promise<void> {
  const response = await send('DELETE', '/api/session')
  if (!response.ok && response.status !== 401) throw await toError(response)
}

/** Makes the first user and opens a session. Throws `ApiError`: 400 with fields, 410 for a used or old link. */
export async function setUp(body: SetupBody): Promise<SessionBody> {
  return readSuccess(await send('POST', '/api/setup', body))
}

/** Every site the user may see. Throws `ApiError`. */
export async function listSites(): Promise<SiteBody[]> {
  const body: { sites: SiteBody[] } = await call('GET', '/api/sites')
  return body.sites
}

/** Adds a site. Throws `ApiError`: 400 with fields. */
export function addSite(body: NewSiteBody): Promise<SiteBody> {
  return call('POST', '/api/sites', body)
}

/** What the strip at the bottom says. Throws `ApiError`. */
export function readStatus(domain: string, signal?: AbortSignal): Promise<SiteStatusBody> {
  return call('GET', `/api/sites/${encodeURIComponent(domain)}/status`, undefined, signal)
}

/** Answers one question to the statistics. Throws `ApiError`, or the signal's reason when aborted. */
export function query(body: QueryBody, signal?: AbortSignal): Promise<QueryResultBody> {
  return call('POST', '/api/v2/query', body, signal)
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal)
  if (response.status === 401) tellSignedOut()
  return readSuccess(response)
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new ApiError(0, WORDS.unreachable, {}, cause)
  }
}

async function readSuccess<T>(response: Response): Promise<T> {
  if (!response.ok) throw await toError(response)
  return readJson(response)
}

async function readJson<T>(response: Response): Promise<T> {
  try {
    return await response.json()
  } catch (cause) {
    throw new ApiError(response.status, WORDS.strangeAnswer(response.status), {}, cause)
  }
}

async function toError(response: Response): Promise<ApiError> {
  const body: Partial<FieldErrorsBody> = await response.json().catch(() => ({}))
  return new ApiError(response.status, body.error ?? WORDS.strangeAnswer(response.status), body.errors ?? {})
}
