import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'
import type { Role } from '../../../collector/core/access/roles.ts'
import type { FunnelBody } from '../../../collector/core/funnels/site-funnels.ts'
import type { GoalBody } from '../../../collector/core/goals/goal-body.ts'
import type {
  AcceptInvitationBody,
  AccountsBody,
  AddPasskeyBody,
  AnnotationsBody,
  AnonymousBody,
  AuditBody,
  FactorBody,
  FactorNeededBody,
  FieldErrorsBody,
  FunnelQuestionBody,
  FunnelResultBody,
  FunnelsBody,
  GoalsBody,
  InviteBody,
  JourneyQuestionBody,
  JourneyResultBody,
  KeysBody,
  MakeKeyBody,
  MakeShareLinkBody,
  MarksBody,
  NewInvitationBody,
  NewKeyBody,
  NewPasskeyBody,
  NewPasskeyQuestionBody,
  NewShareLinkBody,
  NewSiteBody,
  OfferedSecretBody,
  OpenedShareBody,
  OpenSessionBody,
  OpenShareBody,
  PasskeyQuestionBody,
  PasswordBody,
  PasswordForgottenAnswerBody,
  PasswordForgottenBody,
  PasswordResetAnswerBody,
  PasswordResetBody,
  PeopleBody,
  ProofBody,
  PropertiesBody,
  ProviderLinkBody,
  PublicViewBody,
  PublicViewWishesBody,
  QueryBody,
  QueryResultBody,
  ReadInvitationBody,
  RecoveryCodesBody,
  SecondFactorBody,
  SegmentBody,
  SegmentsBody,
  SessionBody,
  SessionsBody,
  SettingsErrorsBody,
  SetupBody,
  ShareLinksBody,
  SignInBody,
  SiteBody,
  SiteSettingsBody,
  SiteStatusBody,
} from '../../../collector/http/contract.ts'
import { at } from './base-path.ts'
import { takeEarlySession } from './early.ts'
import { isEmbedded } from './embedding.ts'
import { toOwnWords } from './server-sentences.ts'
import { SharedRequests } from './shared-requests.ts'
import { WORDS } from './wording.ts'

/**
 * An answer that is not a success. `status` is HTTP's, 0 when the collector could not be reached at all.
 * `message` is fit to be shown; `fields` has a message per form field, often none.
 */
export class ApiError extends Error {
  readonly status: number
  readonly fields: Readonly<Record<string, string>>
  /** When a second factor is all that is asked for: how it can be shown. */
  readonly needed: FactorNeededBody | undefined

  constructor(
    status: number,
    message: string,
    fields: Record<string, string> = {},
    cause?: unknown,
    needed?: FactorNeededBody,
  ) {
    super(message, { cause })
    this.name = 'ApiError'
    this.status = status
    this.fields = fields
    this.needed = needed
  }
}

let tellSignedOut: () => void = () => undefined

/** Calls `listener` whenever an answer says that nobody, or not this user, may see it. The answer gives way to the one before. */
export function onSignedOut(listener: () => void): () => void {
  const before = tellSignedOut
  tellSignedOut = listener
  return () => {
    tellSignedOut = before
  }
}

const requests = new SharedRequests()

/** What is asked with a body, and changes nothing. */
const QUESTION_PATHS = ['/api/v2/query', '/api/v2/funnel', '/api/v2/journey']

let bearer = ''

/** Asks from now on with what opening a link has given, and with no session; empty: with the session again. */
export function askWith(next: string): void {
  bearer = next
  requests.forget()
}

/** Who is signed in, with the sites they may see; when nobody is, whether the first user still has to be made, and letters are sent. Throws `ApiError`. */
export function readSession(): Promise<OpenSessionBody | Omit<AnonymousBody, 'error'>> {
  return requests.ask('session', fetchSession)
}

async function fetchSession(): Promise<OpenSessionBody | Omit<AnonymousBody, 'error'>> {
  const early = await takeEarlySession()?.catch(() => undefined)
  const response = early ?? (await send('GET', '/api/session'))
  if (response.status === 401) {
    const body: Partial<AnonymousBody> = await readJson(response)
    return {
      setup_needed: body.setup_needed === true,
      can_mail: body.can_mail === true,
      provider: body.provider ?? null,
      passkey_origin: body.passkey_origin ?? null,
    }
  }
  return readSuccess(response)
}

/** Opens a session. Throws `ApiError` 401 for a wrong pair, 429 after too many. */
export async function signIn(body: SignInBody): Promise<SessionBody> {
  return readSuccess(await send('POST', '/api/session', body))
}

/** Ends signing in with the provider by a second factor. Throws `ApiError`: 401 with what is needed, 410, 429. */
export async function confirmProviderSignIn(shown: FactorBody): Promise<SessionBody> {
  return readSuccess(await send('POST', '/api/oidc/code', shown))
}

/** What to ask any passkey that may sign in here. Throws `ApiError`. */
export async function askAnyPasskey(): Promise<PasskeyQuestionBody['options']> {
  const body: PasskeyQuestionBody = await readSuccess(await send('POST', '/api/session/passkey/options', {}))
  return body.options
}

/** Opens a session with a passkey alone. Throws `ApiError` 401 when it does not sign in, 429 after too many. */
export async function signInWithPasskey(passkey: AuthenticationResponseJSON): Promise<SessionBody> {
  return readSuccess(await send('POST', '/api/session/passkey', { passkey }))
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

/** Browsers that are signed in as the user. Throws `ApiError`. */
export function listSessions(): Promise<SessionsBody> {
  return call('GET', '/api/account/sessions')
}

/** Signs one browser out; all others but this one without an `id`. Throws `ApiError`. */
export function endSessions(id?: string): Promise<SessionsBody> {
  const part = id === undefined ? '' : `/${encodeURIComponent(id)}`
  return call('DELETE', `/api/account/sessions${part}`)
}

/** Changes the password and signs every other browser out. Throws `ApiError`: 400 with fields, 429 after too many. */
export async function changePassword(body: PasswordBody): Promise<void> {
  const response = await send('PUT', '/api/account/password', body)
  if (!response.ok) throw await toError(response)
}

/** Whether the account is linked with the sign-in provider. Throws `ApiError`. */
export function readProviderLink(): Promise<ProviderLinkBody> {
  return call('GET', '/api/account/provider')
}

/** Unlinks the account. Throws `ApiError`: 409 without a password. */
export function unlinkProvider(): Promise<ProviderLinkBody> {
  return call('DELETE', '/api/account/provider')
}

/** What the user signs in with besides the password. Throws `ApiError`. */
export function readSecondFactor(): Promise<SecondFactorBody> {
  return call('GET', '/api/account/second-factor')
}

/** What to ask a device for a new passkey. Throws `ApiError`: 400 with fields, or with what is needed besides. */
export async function askNewPasskey(proof: ProofBody): Promise<NewPasskeyQuestionBody['options']> {
  const body: NewPasskeyQuestionBody = await call('POST', '/api/account/passkeys/options', proof)
  return body.options
}

/** Adds a passkey; recovery codes come with the first factor. Throws `ApiError`. */
export function addPasskey(name: string, passkey: RegistrationResponseJSON): Promise<NewPasskeyBody> {
  return call('POST', '/api/account/passkeys', { name, passkey } satisfies AddPasskeyBody)
}

/** Gives a passkey another name. Throws `ApiError`: 400 with fields. */
export function renamePasskey(id: string, name: string): Promise<SecondFactorBody> {
  return call('PATCH', `/api/account/passkeys/${encodeURIComponent(id)}`, { name })
}

/** Takes a passkey away. Throws `ApiError`: 400 with fields, or with what is needed besides. */
export function removePasskey(id: string, proof: ProofBody): Promise<SecondFactorBody> {
  return call('POST', `/api/account/passkeys/${encodeURIComponent(id)}/remove`, proof)
}

/** A new secret for an app; it counts once it is confirmed. Whoever has passkeys needs a proof. Throws `ApiError`. */
export function offerSecondFactor(proof?: ProofBody): Promise<OfferedSecretBody> {
  return call('POST', '/api/account/second-factor', proof ?? {})
}

/** Takes the offered secret into use. Throws `ApiError`: 400 with fields. */
export function confirmSecondFactor(code: string): Promise<RecoveryCodesBody> {
  return call('PUT', '/api/account/second-factor', { code })
}

/** Takes codes from an app away. Throws `ApiError`: 400 with fields, or with what is needed besides, 429 after too many. */
export async function removeSecondFactor(body: ProofBody): Promise<void> {
  const response = await send('POST', '/api/account/second-factor/remove', body)
  if (!response.ok) throw await toError(response)
}

/** One site. Throws `ApiError`. */
export function readSite(domain: string): Promise<SiteBody> {
  return call('GET', sitePath(domain))
}

/** Adds a site. Throws `ApiError`: 400 with fields. */
export function addSite(body: NewSiteBody): Promise<SiteBody> {
  return call('POST', '/api/sites', body)
}

/** Gives a site another domain or time zone. Throws `ApiError`: 400 with fields. */
export function changeSite(domain: string, body: Partial<NewSiteBody>): Promise<SiteBody> {
  return call('PATCH', sitePath(domain), body)
}

/** Erases everything that was counted of a site. Throws `ApiError`. */
export function resetSite(domain: string): Promise<SiteBody> {
  return call('POST', `${sitePath(domain)}/reset`, {})
}

/** Stops tracking a site and erases what was counted. Throws `ApiError`. */
export async function deleteSite(domain: string): Promise<void> {
  const response = await send('DELETE', sitePath(domain))
  if (!response.ok) throw await toError(response)
}

/** Who may do what with a site. Throws `ApiError`. */
export function readPeople(domain: string): Promise<PeopleBody> {
  return call('GET', `${sitePath(domain)}/people`)
}

/** Gives somebody another role. Throws `ApiError`: 409 for the last owner. */
export function changeRole(domain: string, id: string, role: Role): Promise<PeopleBody> {
  return call('PATCH', `${sitePath(domain)}/people/${encodeURIComponent(id)}`, { role })
}

/** Takes somebody off a site. Throws `ApiError`: 409 for the last owner. */
export function removePerson(domain: string, id: string): Promise<PeopleBody> {
  return call('DELETE', `${sitePath(domain)}/people/${encodeURIComponent(id)}`)
}

/** Takes oneself off a site. Throws `ApiError`: 409 for the last owner. */
export async function leaveSite(domain: string, id: string): Promise<void> {
  const response = await send('DELETE', `${sitePath(domain)}/people/${encodeURIComponent(id)}`)
  if (!response.ok) throw await toError(response)
}

/** Invites somebody. Throws `ApiError`: 400 with fields. */
export function invite(domain: string, body: InviteBody): Promise<NewInvitationBody> {
  return call('POST', `${sitePath(domain)}/invitations`, body)
}

/** Makes an invitation worthless. Throws `ApiError`. */
export function takeBackInvitation(domain: string, id: string): Promise<PeopleBody> {
  return call('DELETE', `${sitePath(domain)}/invitations/${encodeURIComponent(id)}`)
}

/** When the counting of a site was disturbed. Throws `ApiError`: 403 for whoever looks through a link. */
export function readMarks(domain: string): Promise<MarksBody> {
  return call('GET', `${sitePath(domain)}/marks`)
}

/** What people noted about the days of a site. Throws `ApiError`: 403 for whoever looks through a link. */
export function readAnnotations(domain: string): Promise<AnnotationsBody> {
  return call('GET', `${sitePath(domain)}/annotations`)
}

/** Notes something about a day. Throws `ApiError`: 400 with fields. */
export function addAnnotation(
  domain: string,
  annotation: { day: string; text: string },
): Promise<AnnotationsBody> {
  return call('POST', `${sitePath(domain)}/annotations`, annotation)
}

/** Takes a note away. Throws `ApiError`. */
export function removeAnnotation(domain: string, id: number): Promise<AnnotationsBody> {
  return call('DELETE', `${sitePath(domain)}/annotations/${id}`)
}

/** How a site's events are taken. Throws `ApiError`. */
export function readSiteSettings(domain: string): Promise<SiteSettingsBody> {
  return call('GET', `${sitePath(domain)}/settings`)
}

/** Changes how a site's events are taken. Throws `ApiError`: 400 with fields by the path of the setting. */
export function saveSiteSettings(domain: string, settings: SiteSettingsBody): Promise<SiteSettingsBody> {
  return call('PUT', `${sitePath(domain)}/settings`, settings)
}

/** Who has an account here. Throws `ApiError`: 403 for whoever runs nothing here. */
export function readAccounts(): Promise<AccountsBody> {
  return call('GET', '/api/accounts')
}

/** Lets somebody run this installation, or not any more. Throws `ApiError`: 409 for the last one. */
export function setOperator(id: string, isOperator: boolean): Promise<AccountsBody> {
  return call('PATCH', `/api/accounts/${encodeURIComponent(id)}`, { is_operator: isOperator })
}

/** Removes somebody's account. Throws `ApiError`: 409 for the last operator. */
export function removeAccount(id: string): Promise<AccountsBody> {
  return call('DELETE', `/api/accounts/${encodeURIComponent(id)}`)
}

/** What was done here, the latest first, from below a number on. Throws `ApiError`: 403 for whoever runs nothing here. */
export function readAudit(before?: number): Promise<AuditBody> {
  return call('GET', `/api/audit${before === undefined ? '' : `?before=${before}`}`)
}

/** Keys of programs for a site. Throws `ApiError`. */
export function readKeys(domain: string): Promise<KeysBody> {
  return call('GET', `${sitePath(domain)}/keys`)
}

/** Makes a key, which is shown this once. Throws `ApiError`: 400 with fields. */
export function makeKey(domain: string, body: MakeKeyBody): Promise<NewKeyBody> {
  return call('POST', `${sitePath(domain)}/keys`, body)
}

/** Makes a key worthless. Throws `ApiError`. */
export function revokeKey(domain: string, id: string): Promise<KeysBody> {
  return call('DELETE', `${sitePath(domain)}/keys/${encodeURIComponent(id)}`)
}

/** Links that let anybody look at a site. Throws `ApiError`. */
export function readShareLinks(domain: string): Promise<ShareLinksBody> {
  return call('GET', `${sitePath(domain)}/share-links`)
}

/** Makes a link, whose token is shown this once. Throws `ApiError`: 400 with fields, 409. */
export function makeShareLink(domain: string, body: MakeShareLinkBody): Promise<NewShareLinkBody> {
  return call('POST', `${sitePath(domain)}/share-links`, body)
}

/** Makes a link worthless. Throws `ApiError`. */
export function revokeShareLink(domain: string, id: string): Promise<ShareLinksBody> {
  return call('DELETE', `${sitePath(domain)}/share-links/${encodeURIComponent(id)}`)
}

/** Whether anybody may look at a site. Throws `ApiError`. */
export function readPublicView(domain: string): Promise<PublicViewBody> {
  return call('GET', `${sitePath(domain)}/public-view`)
}

/** Lets anybody look at a site. Throws `ApiError`: 400 with fields. */
export function makePublic(domain: string, body: PublicViewWishesBody): Promise<PublicViewBody> {
  return call('PUT', `${sitePath(domain)}/public-view`, body)
}

/** Ends that. Throws `ApiError`. */
export function makePrivate(domain: string): Promise<PublicViewBody> {
  return call('DELETE', `${sitePath(domain)}/public-view`)
}

/** Filters that have a name. Throws `ApiError`. */
export function readSegments(domain: string): Promise<SegmentsBody> {
  return call('GET', `${sitePath(domain)}/segments`)
}

/** Gives filters a name. Throws `ApiError`: 400 with fields, 409 for too many. */
export function addSegment(domain: string, body: Omit<SegmentBody, 'id'>): Promise<SegmentsBody> {
  return call('POST', `${sitePath(domain)}/segments`, body)
}

/** Gives a segment this name and these filters. Throws `ApiError`: 400 with fields, 404 when it is gone. */
export function changeSegment(
  domain: string,
  id: number,
  body: Omit<SegmentBody, 'id'>,
): Promise<SegmentsBody> {
  return call('PUT', `${sitePath(domain)}/segments/${id}`, body)
}

/** Takes a segment away from everybody. Throws `ApiError`: 404 when it is gone. */
export function removeSegment(domain: string, id: number): Promise<SegmentsBody> {
  return call('DELETE', `${sitePath(domain)}/segments/${id}`)
}

/** Opens a link to a site, or what is public of one. Throws `ApiError`: 401 with `password` in its fields, 410 when it is over, 429. */
export async function openShare(body: OpenShareBody): Promise<OpenedShareBody> {
  return readSuccess(await send('POST', '/api/share', body))
}

/**
 * Chooses a new password with a link. Where passwords are turned off the link lets in, and there is an answer. Throws `ApiError`: 400 with
 * fields, 410 for a used or old link.
 */
export async function resetPassword(body: PasswordResetBody): Promise<PasswordResetAnswerBody | undefined> {
  const response = await send('POST', '/api/password-reset', body)
  if (!response.ok) throw await toError(response)
  return response.status === 204 ? undefined : readSuccess(response)
}

/** Has a link to choose a new password sent; the answer is the same for every address. Throws `ApiError`: 400, 429. */
export async function forgetPassword(body: PasswordForgottenBody): Promise<PasswordForgottenAnswerBody> {
  return readSuccess(await send('POST', '/api/password-reset/request', body))
}

/** What an invitation is for. Throws `ApiError`: 410 when it cannot be used any more. */
export async function readInvitation(token: string): Promise<ReadInvitationBody> {
  return readSuccess(await send('POST', '/api/invitations/read', { token }))
}

/** Takes an invitation, and opens a session where there is none. Throws `ApiError`: 400 with fields, 401, 410. */
export async function acceptInvitation(body: AcceptInvitationBody): Promise<SessionBody> {
  return readSuccess(await send('POST', '/api/invitations/accept', body))
}

/** What the strip at the bottom says. Throws `ApiError`. */
export function readStatus(domain: string, signal?: AbortSignal): Promise<SiteStatusBody> {
  return call('GET', `${sitePath(domain)}/status`, undefined, signal)
}

/** Keys of properties that events of the site carry. Throws `ApiError`. */
export async function listProperties(domain: string): Promise<readonly string[]> {
  const body: PropertiesBody = await call('GET', `${sitePath(domain)}/properties`)
  return body.properties.map(({ key }) => key)
}

/** Answers one question to the statistics. Throws `ApiError`, or the signal's reason when aborted. */
export function query(body: QueryBody, signal?: AbortSignal): Promise<QueryResultBody> {
  return call('POST', '/api/v2/query', body, signal)
}

/** A question to the statistics, by the last part of its path. */
export type Question =
  | { readonly about: 'query'; readonly body: QueryBody }
  | { readonly about: 'funnel'; readonly body: FunnelQuestionBody }
  | { readonly about: 'journey'; readonly body: JourneyQuestionBody }

/**
 * The answer to a question as a file, which the audit log is told of, and how many rows there are of which it may hold the
 * first. Throws `ApiError`.
 */
export async function exportAnswer(
  { about, body }: Question,
  format: 'csv' | 'json',
): Promise<{ file: Blob; totalRows: number }> {
  const response = await send('POST', `/api/v2/${about}/export?format=${format}`, body)
  if (response.status === 401) tellSignedOut()
  if (!response.ok) throw await toError(response)
  return { file: await response.blob(), totalRows: Number(response.headers.get('x-hanki-total-rows') ?? 0) }
}

/** How many get from step to step of a funnel. Throws `ApiError`, or the signal's reason when aborted. */
export function askFunnel(body: FunnelQuestionBody, signal?: AbortSignal): Promise<FunnelResultBody> {
  return call('POST', '/api/v2/funnel', body, signal)
}

/** Where visits go on, or came from. Throws `ApiError`, or the signal's reason when aborted. */
export function askJourney(body: JourneyQuestionBody, signal?: AbortSignal): Promise<JourneyResultBody> {
  return call('POST', '/api/v2/journey', body, signal)
}

/** What the owner of a site wants visitors to do. Throws `ApiError`. */
export function readGoals(domain: string): Promise<GoalsBody> {
  return call('GET', `${sitePath(domain)}/goals`)
}

/** Adds a goal, or with the name that it has changes one. Throws `ApiError`: 400 with fields, 409. */
export function saveGoal(domain: string, goal: GoalBody, name?: string): Promise<GoalsBody> {
  const path = `${sitePath(domain)}/goals`
  return call('PUT', name === undefined ? path : `${path}/${encodeURIComponent(name)}`, goal)
}

/** Removes a goal. Throws `ApiError`: 409 when a funnel needs it. */
export function removeGoal(domain: string, name: string): Promise<GoalsBody> {
  return call('DELETE', `${sitePath(domain)}/goals/${encodeURIComponent(name)}`)
}

/** Steps that have a name. Throws `ApiError`. */
export function readFunnels(domain: string): Promise<FunnelsBody> {
  return call('GET', `${sitePath(domain)}/funnels`)
}

/** Adds a funnel, or with its id changes one. Throws `ApiError`: 400 with fields, 409. */
export function saveFunnel(domain: string, funnel: FunnelBody, id?: number): Promise<FunnelsBody> {
  const path = `${sitePath(domain)}/funnels`
  return id === undefined ? call('POST', path, funnel) : call('PUT', `${path}/${id}`, funnel)
}

/** Removes a funnel. Throws `ApiError`. */
export function removeFunnel(domain: string, id: number): Promise<FunnelsBody> {
  return call('DELETE', `${sitePath(domain)}/funnels/${id}`)
}

function sitePath(domain: string): string {
  return `/api/sites/${encodeURIComponent(domain)}`
}

function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  if (!isRead(method, path)) return callOnce(method, path, body, signal)
  const key = JSON.stringify([method, path, body])
  return requests.ask(key, shared => callOnce<T>(method, path, body, shared), signal)
}

async function callOnce<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal)
  if (response.status === 401) tellSignedOut()
  return readSuccess(response)
}

function isRead(method: string, path: string): boolean {
  return method === 'GET' || QUESTION_PATHS.includes(path)
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(at(path), {
      method,
      // A frame in somebody else's page speaks for nobody who is signed in.
      credentials: isEmbedded() ? 'omit' : 'same-origin',
      cache: 'no-store',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(bearer !== '' && { authorization: `Bearer ${bearer}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new ApiError(0, WORDS.unreachable, {}, cause)
  } finally {
    if (!isRead(method, path)) requests.forget()
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
  const body: Partial<(FieldErrorsBody | SettingsErrorsBody) & FactorNeededBody> = await response
    .json()
    .catch(() => ({}))
  const { error: told, errors, takes_totp, passkey } = body
  const error = told === undefined ? WORDS.strangeAnswer(response.status) : toOwnWords(told)
  const said = Object.entries(errors ?? {}).map(([field, words]) => [
    field,
    [words]
      .flat()
      .map(one => toOwnWords(one))
      .join(' '),
  ])
  const fields: Record<string, string> = Object.fromEntries(said)
  const needed =
    takes_totp === undefined ? undefined : { error, errors: fields, takes_totp, passkey: passkey ?? null }
  return new ApiError(response.status, error, fields, undefined, needed)
}
