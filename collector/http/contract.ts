/** Bodies of the HTTP API, types only: shared by the collector and the dashboard. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Role } from '../core/access/roles.ts'
import type { ApiKeyScope } from '../core/access/scopes.ts'
import type { DailyNote } from '../core/event/daily-count.ts'
import type { DropReason } from '../core/event/drop-reasons.ts'
import type { FunnelBody } from '../core/funnels/site-funnels.ts'
import type { GoalBody } from '../core/goals/goal-body.ts'
import type { Metric } from '../core/metrics/catalogue.ts'
import type { FunnelStepResult } from '../core/paths/funnel.ts'
import type { Journey, JourneyStep, Journeys } from '../core/paths/journey.ts'
import type { Dimension } from '../core/query/dimensions.ts'

/** Every error that is not about a field of an event: `{"error": "what is wrong and what to do"}`. */
export interface ErrorBody {
  error: string
}

/** Who is signed in. */
export interface SessionBody {
  user: {
    email: string
    /** Runs this installation: adds sites, and is owner of every one of them. */
    is_operator: boolean
    has_second_factor: boolean
    /** True when this installation requires a second factor and there is none: nothing else is answered until it is added. */
    needs_second_factor: boolean
  }
}

/** `GET /api/session` (200): who is signed in, and the sites they may see now; 401 has `AnonymousBody`. */
export interface OpenSessionBody extends SessionBody {
  sites: SiteBody[]
}

/** `GET /api/session` (401): nobody is signed in; `setup_needed` until the first user exists. */
export interface AnonymousBody extends ErrorBody {
  setup_needed: boolean
  /** True where letters are sent, also to who forgot the password. */
  can_mail: boolean
  /** Whom people can sign in with besides; null: nobody. */
  provider: ProviderBody | null
  /** Where passkeys sign in alone, such as `https://stats.example.com`; null: nowhere. */
  passkey_origin: string | null
}

/** A provider of OpenID Connect. */
export interface ProviderBody {
  name: string
  /** True when nobody signs in with a password, or with a passkey alone. */
  is_only: boolean
}

/**
 * Why signing in with the provider did not work: what `/sign-in?oidc=` says. `away`: it does not answer; `denied`: it, or
 * the person, said no; `refused`: its answer is not to be believed; `expired`: begun elsewhere, too long ago or used;
 * `unverified`: without a verified e-mail address; `unknown`: no account and no invitation; `other_account`: the account
 * is somebody else's at the provider; `busy`: too many.
 */
export type ProviderFault =
  | 'away'
  | 'denied'
  | 'refused'
  | 'expired'
  | 'unverified'
  | 'unknown'
  | 'other_account'
  | 'busy'

/** `GET /api/account/provider`, and the answer to `DELETE`; 409 for who has no password. */
export interface ProviderLinkBody {
  provider: ProviderBody | null
  is_linked: boolean
  has_password: boolean
}

/**
 * `POST /api/session` → 201 `SessionBody`, 401 `ErrorBody`, or `FactorNeededBody` when a second factor is needed or wrong,
 * 429 `ErrorBody`. `DELETE /api/session` → 204.
 */
export interface SignInBody extends ProofBody {
  email: string
}

/**
 * What signing in takes, besides the address. Of an account that signs in without a password its second factor alone counts;
 * where there is none either, the answer is 403 unless it has signed in just now.
 */
export interface ProofBody extends FactorBody {
  password: string
}

/**
 * What shows a second factor. `POST /api/oidc/code`, after the provider has let somebody in → 201 `SessionBody`; 401
 * `FactorNeededBody`, also to nothing; 410 when it took too long; 429.
 */
export interface FactorBody {
  /** Of the second factor, or a recovery code. */
  code?: string
  /** What a passkey answered to `FactorNeededBody`, in place of a code. */
  passkey?: AuthenticationResponseJSON
}

/** Somebody has shown who they are, a second factor is needed besides; `code` in `errors` says what to do. */
export interface FactorNeededBody extends FieldErrorsBody {
  /** False when only a passkey or a recovery code will do. */
  takes_totp: boolean
  /** What to ask a passkey; null: the account has none. */
  passkey: PublicKeyCredentialRequestOptionsJSON | null
}

/** `POST /api/session/passkey/options` → 200, the same for everybody; 409 where passkeys do not work. */
export interface PasskeyQuestionBody {
  options: PublicKeyCredentialRequestOptionsJSON
}

/** `POST /api/session/passkey` → 201 `SessionBody`, 401, 429. */
export interface PasskeySignInBody {
  passkey: AuthenticationResponseJSON
}

/** `GET /api/account/sessions`, and the answers to `DELETE /api/account/sessions/:id` and of all others. */
export interface SessionsBody {
  sessions: {
    id: string
    /** Browser and system; empty: unknown. */
    client: string
    /** ISO 8601. */
    signed_in_at: string
    expires_at: string
    /** True for the one that asks. */
    is_current: boolean
  }[]
}

/** `PUT /api/account/password` → 204, and every other session ends; 400 with `errors`, 429. */
export interface PasswordBody {
  password: string
  new_password: string
}

/** `GET /api/account/second-factor`, and the answers to what changes passkeys. */
export interface SecondFactorBody {
  /** Whether codes from an app are taken. */
  has_totp: boolean
  recovery_codes_left: number
  /** Where passkeys work, such as `https://stats.example.com`; null: nowhere. */
  passkey_origin: string | null
  passkeys: PasskeyBody[]
}
export interface PasskeyBody {
  id: string
  name: string
  /** ISO 8601. */
  added_at: string
  /** `YYYY-MM-DD` of UTC; null: never. */
  last_used_on: string | null
}

/**
 * `POST /api/account/passkeys/options` `ProofBody` → 200; 400 `FieldErrorsBody` or `FactorNeededBody`, 409 where passkeys do
 * not work, 429.
 */
export interface NewPasskeyQuestionBody {
  options: PublicKeyCredentialCreationOptionsJSON
}

/** `POST /api/account/passkeys` → 201 `NewPasskeyBody`; 400. `PATCH …/:id` `{name}`, `POST …/:id/remove` `ProofBody` → 200 `SecondFactorBody`. */
export interface AddPasskeyBody {
  /** At most 60 characters; empty: named for the browser. */
  name: string
  passkey: RegistrationResponseJSON
}

/** Recovery codes are shown this once, with the first factor. */
export interface NewPasskeyBody extends SecondFactorBody, RecoveryCodesBody {}

/**
 * `POST /api/account/second-factor` → 200; 409 when there are codes already. Whoever has passkeys sends a `ProofBody`. It
 * counts once it is confirmed.
 */
export interface OfferedSecretBody {
  /** Base32. */
  secret: string
  /** `otpauth://…` */
  uri: string
  /** The same as a picture. */
  qr_svg: string
}

/** `PUT /api/account/second-factor` `{code}` → 200, shown this once, with the first factor; 400 with `errors`. */
export interface RecoveryCodesBody {
  recovery_codes: string[]
}

/**
 * `POST /api/password-reset` → 204, and every session of the account ends; 400 with `errors`, 410. Where passwords are turned
 * off → 201 `PasswordResetAnswerBody`: the link lets in once.
 */
export interface PasswordResetBody {
  token: string
  password: string
}

export interface PasswordResetAnswerBody {
  /** True when `POST /api/oidc/code` comes next; else there is a session. */
  code_needed: boolean
}

/**
 * `POST /api/password-reset/request` → 202 `PasswordForgottenAnswerBody`, the same for every address; 400 with `errors`,
 * 429.
 */
export interface PasswordForgottenBody {
  email: string
}

export interface PasswordForgottenAnswerBody {
  /** What happens now, or whom to ask where no letters are sent. */
  message: string
}

/** `POST /api/setup` → 201 `SessionBody` and a session; 400 with `errors` by field; 410 for a used or expired link. */
export interface SetupBody {
  token: string
  email: string
  password: string
}

/** 400 of the forms: message per field. */
export interface FieldErrorsBody extends ErrorBody {
  errors: Record<string, string>
}

/** `GET /api/sites` → `{ sites: SiteBody[] }`; `POST /api/sites` → 201 `SiteBody`, 400 `FieldErrorsBody`. */
export interface SiteBody {
  domain: string
  timezone: string
  /** A time zone that was chosen and begins at a midnight to come, ISO 8601. */
  next_timezone: { timezone: string; from: string } | null
  /** Domains that still name the site after it was renamed, and until when, ISO 8601. */
  former_domains: { domain: string; until: string }[]
  /** ISO 8601. */
  created_at: string
  /** What the caller may do with it; API keys are viewers. */
  role: Role
}

/** `GET /api/audit`: the latest first. */
export interface AuditBody {
  entries: {
    number: number
    /** ISO 8601. */
    at: string
    actor:
      | { kind: 'user'; id: string; name: string }
      | { kind: 'key'; id: string }
      | { kind: 'command_line' | 'hanki' | 'unknown' }
    action: string
    site?: string
    subject?: string
    outcome?: string
  }[]
  /** For the next page; null on the last one. */
  next_before: number | null
}

/** `GET /api/sites/:domain/keys`, and the answer to `DELETE …/keys/:id`. */
export interface KeysBody {
  keys: KeyBody[]
}

export interface KeyBody {
  /** The first characters of the key. */
  id: string
  /** May be empty. */
  name: string
  scopes: ApiKeyScope[]
  /** E-mail address; empty: the command line, or an account that is gone. */
  made_by: string
  /** ISO 8601. */
  created_at: string
  /** ISO 8601; null: never. */
  expires_at: string | null
  /** False when it is over, or whoever made it may not make keys any more. */
  is_valid: boolean
}

/** `POST /api/sites/:domain/keys` → 201 `NewKeyBody`, 400 `FieldErrorsBody`. */
export interface MakeKeyBody {
  name?: string
  scopes: ApiKeyScope[]
  /** 1 to 3,650; null or absent: never. */
  expires_in_days?: number | null
}

/** The key is shown this once. */
export interface NewKeyBody extends KeyBody {
  key: string
}

/** `GET /api/accounts`, and the answers to `PATCH` (`{"is_operator": true}`) and `DELETE /api/accounts/:id`; 409 for the last operator. */
export interface AccountsBody {
  accounts: AccountBody[]
}
export interface AccountBody {
  id: string
  email: string
  is_operator: boolean
  has_second_factor: boolean
  /** ISO 8601. */
  created_at: string
  /** Where the person is a member. */
  sites: { domain: string; role: Role }[]
}

/** `GET /api/sites/:domain/share-links`, and the answer to `DELETE …/share-links/:id`. */
export interface ShareLinksBody {
  share_links: ShareLinkBody[]
}
export interface ShareLinkBody {
  /** The first characters of the token. */
  id: string
  /** May be empty. */
  name: string
  has_password: boolean
  /** E-mail address; empty: a key of the command line, or an account that is gone. */
  made_by: string
  /** ISO 8601. */
  created_at: string
  /** ISO 8601; null: never. */
  expires_at: string | null
  /** False when it is over, or whoever made it may not make links any more. */
  is_valid: boolean
  /** Name of the segment that it is limited to, as it was then; null: everything is shown. */
  segment: string | null
  /** Visitors that a row needs on a day to be counted; 0: none. */
  minimum_visitors: number
  /** Whose pages may show it in a frame. */
  origins: string[]
}

/** What a link, or the public view, is limited to. */
export interface ShareLimitsBody {
  /** A segment of the site, of which a copy is kept; null or absent: everything is shown. */
  segment_id?: number | null
  /** 0, or 2 to 100; absent: 0. */
  minimum_visitors?: number
  /** Such as `https://example.com`; absent: nobody's pages may show it in a frame. */
  origins?: string[]
}

/** `GET /api/sites/:domain/public-view`, and the answers to `PUT` with `PublicViewWishesBody` and `DELETE`. */
export interface PublicViewBody {
  /** False as well where whoever made it public may not share it any more. */
  is_public: boolean
  /** Search engines may list it. */
  is_indexed: boolean
  /** Name of the segment; null: everything is shown. */
  segment: string | null
  minimum_visitors: number
  origins: string[]
}
export interface PublicViewWishesBody extends Omit<ShareLimitsBody, 'segment_id'> {
  /** `kept`: the copy that it is limited to now, whatever became of the segment. */
  segment_id?: number | 'kept' | null
  /** Absent: false. */
  is_indexed?: boolean
}

/** `POST /api/sites/:domain/share-links` → 201 `NewShareLinkBody`, 400 with `errors`. */
export interface MakeShareLinkBody extends ShareLimitsBody {
  /** At most 60 characters. */
  name?: string
  /** 1 to 3650; null or absent: without an end. */
  expires_in_days?: number | null
  /** As strong as that of an account; absent, null or empty: the link is enough. */
  password?: string | null
}

/** `token` is for the fragment of `/share#TOKEN`, and is shown this once. */
export interface NewShareLinkBody extends ShareLinkBody {
  token: string
}

/** `POST /api/share` → 200 `OpenedShareBody`; 401 with `password` in `errors` when that is needed or wrong; 410, 429. */
export type OpenShareBody =
  | { token: string; password?: string }
  /** Domain of a site whose statistics are public. */
  | { site: string }
export interface OpenedShareBody {
  domain: string
  /** To be sent as `Authorization: Bearer` with every question. */
  bearer: string
  /** Name of the segment that every answer is limited to; null: none. */
  segment: string | null
  /** Visitors that a row needs on a day to be counted; 0: none. */
  minimum_visitors: number
}

/** `GET /api/sites/:domain/people`. */
export interface PeopleBody {
  people: PersonBody[]
  invitations: InvitationBody[]
}

export interface PersonBody {
  id: string
  email: string
  role: Role
  /** ISO 8601. */
  since: string
}

export interface InvitationBody {
  id: string
  email: string
  role: Role
  /** E-mail address of the user who invites; empty when that account is gone. */
  invited_by: string
  /** ISO 8601. */
  expires_at: string
}

/** `POST /api/sites/:domain/invitations` → 201 `NewInvitationBody`, 400 `FieldErrorsBody`. */
export interface InviteBody {
  email: string
  role: Role
}

/** The token is for `/invitation#TOKEN` and shown this once. */
export interface NewInvitationBody {
  invitation: InvitationBody
  token: string
  /** True when a letter with the link is on its way besides. */
  mailed: boolean
}

/** `POST /api/invitations/read` → 200 `ReadInvitationBody`; 410 for a used, old or unknown link. */
export interface InvitationTokenBody {
  token: string
}

export interface ReadInvitationBody {
  /** For `GET /api/oidc/start?invitation=`. */
  id: string
  domain: string
  email: string
  role: Role
  /** True when an account of this address exists: whoever has it signs in, and needs no new password. */
  has_account: boolean
}

/** `POST /api/invitations/accept` → 201 `SessionBody` and a session; 400 with `errors`; 401: sign in first; 410. */
export interface AcceptInvitationBody {
  token: string
  /** For a new account. */
  password?: string
}

/** `GET /api/sites/:domain/settings`, `PUT` of the same → 200, 400 `SettingsErrorsBody`. */
export type { SiteSettingsBody } from '../core/site/site-settings.ts'

/** 400 of settings: messages by the path of the setting, such as `shields.networks.0`. */
export interface SettingsErrorsBody extends ErrorBody {
  errors: Record<string, readonly string[]>
}

export interface NewSiteBody {
  domain: string
  timezone: string
}

/** `GET /api/sites/:domain/status`: what the strip at the bottom of the dashboard says. */
export interface SiteStatusBody {
  domain: string
  /** The site's local day now, `YYYY-MM-DD`. */
  today: string
  /** ISO 8601; when today's day key is destroyed. */
  day_key_expires_at: string
  /** False until the site has its first event. */
  has_events: boolean
  /** By reason, most first, with the names it is about: bots, host names, networks of data centres … */
  not_counted_today: { reason: DropReason; count: number; names: CountByName[] }[]
  /** What was changed in counted events before they were kept, and whether visitors were counted anew. */
  notes_today: { note: DailyNote; count: number; names: CountByName[] }[]
  /**
   * Events of the last hour for domains that are not set up here; null for whoever does not run the installation, since
   * they may be anybody's.
   */
  unknown_site_events: number | null
  /** True when a proxy passes requests on whose word about visitors' addresses is not believed: visitors look like one. */
  unknown_proxy: boolean
  /** `YYYY-MM-DD`: when the data about countries was made. */
  geo_data_from: string
  /** Accepted events that are not in the database yet. */
  journal_depth: number
  /** Seconds that the oldest of them has been waiting; 0 when none is. */
  storage_delay_seconds: number
  /** Events of all sites in the last 30 days that the database refused; they are kept in the quarantine file. */
  quarantined_events: number
  /** Accepted events of all sites in the last 30 days that were lost: a damaged disk, or an older database. */
  lost_events: number
}

/** `GET /api/sites/:domain/marks`: when counting was disturbed, each list the earliest first. */
export interface MarksBody {
  /** Days, `YYYY-MM-DD`, on which the day key was made anew: visitors since then were counted again. */
  key_restarted: string[]
  /** When Hanki did not run and nothing was counted, by the site's clock, `YYYY-MM-DD HH:MM:SS`. */
  away: { from: string; until: string }[]
}

export interface CountByName {
  name: string
  count: number
}

export type DateRange = string | [string, string]
export type FilterBody =
  | [string, string, string[]]
  | [string, string, string[], { case_sensitive?: boolean }]
  | ['is', 'segment', [number]]
  | ['and' | 'or', FilterBody[]]
  | ['not' | 'has_done' | 'has_not_done', FilterBody]

/** `POST /api/v2/query`. */
export interface QueryBody {
  site_id: string
  metrics: Metric[]
  date_range: DateRange
  dimensions?: Dimension[]
  filters?: FilterBody[]
  order_by?: [string, 'asc' | 'desc'][]
  include?: {
    time_labels?: boolean
    total_rows?: boolean
    imports?: boolean
    /** Compare weekdays with weekdays. */
    compare_match_day_of_week?: boolean
    compare?: 'previous_period' | 'year_over_year' | [string, string]
  }
  pagination?: { limit?: number; offset?: number }
}

/** Money as `{short, value, long, currency}`; null where a metric has no value. */
export type MetricBody = number | { short: string; value: number; long: string; currency: string } | null

export interface QueryRowBody {
  dimensions: string[]
  metrics: MetricBody[]
  /**
   * Only with `include.compare`: the row of the same dimensions in the compared period
   * (time buckets pair by position). `change` is in percent of the compared value, rounded;
   * points for bounce_rate; null when the compared value is 0 or null.
   */
  comparison?: { dimensions: string[]; metrics: MetricBody[]; change: (number | null)[] }
}

export interface QueryResultBody {
  results: QueryRowBody[]
  meta: {
    time_labels?: string[]
    /** Only with `compare` and `time_labels`: the compared period's buckets. */
    comparison_time_labels?: string[]
    total_rows?: number
    /** Why a metric of money is null in some row. */
    metric_warnings?: Partial<Record<Metric, { code: string; warning: string }>>
    imports_included?: boolean
    imports_skip_reason?: string
    exact: true
    /** Visitors that every row has on each day that it is counted of; absent: no row is left out. */
    minimum_visitors?: number
    /** Days before this one are missing: their events have expired, and what was kept of them does not tell what is asked. */
    expired_before?: string
    /** From which kind of rows, and of how many days, the answer was read. */
    read: readonly { source: string; days: number }[]
    /** Only for owners who add `?explain=1`: the statement that the database was sent; null when it was not asked. */
    explain?: { sql: string; params: Readonly<Record<string, unknown>> } | null
  }
  query: Record<string, unknown>
}

/** `GET /api/sites/:domain/goals`, and the answers to `PUT` and `DELETE`. */
export interface GoalsBody {
  goals: GoalBody[]
}

/** `GET /api/sites/:domain/properties`: keys that events of the last 91 days carried, at most 100, most events first. */
export interface PropertiesBody {
  properties: { key: string; events: number }[]
}

/** `GET /api/sites/:domain/segments`, and the answers to changes. */
export interface SegmentsBody {
  segments: SegmentBody[]
}

export interface SegmentBody {
  id: number
  name: string
  /** As in `POST /api/v2/query`. */
  filters: unknown
}

/** `GET /api/sites/:domain/annotations`, and the answers to changes; by day. */
export interface AnnotationsBody {
  annotations: AnnotationBody[]
}

export interface AnnotationBody {
  id: number
  /** `YYYY-MM-DD`, local to the site. */
  day: string
  text: string
}

/** `GET /api/sites/:domain/funnels`, and the answers to changes. */
export interface FunnelsBody {
  funnels: StoredFunnelBody[]
}

export type StoredFunnelBody = { id: number } & FunnelBody

/** `POST /api/v2/funnel`: a funnel of the site, or steps. */
export interface FunnelQuestionBody {
  site_id: string
  date_range: DateRange
  /** Of visits. */
  filters?: FilterBody[]
  funnel: number
}

/** `POST /api/v2/journey`. */
export interface JourneyQuestionBody {
  site_id: string
  date_range: DateRange
  /** Of visits. */
  filters?: FilterBody[]
  start: FilterBody
  direction: 'next' | 'previous'
  along: JourneyStep[]
  steps: number
  minimum: number
  limit: number
}

/** `POST /api/v2/funnel`. */
export interface FunnelResultBody {
  results: FunnelStepResult[]
}

/** `POST /api/v2/journey`: ways of visits, most frequent first, and how many visits took ways that are not among them. */
export interface JourneyResultBody {
  results: Journey[]
  others: Journeys['others']
}

/** `POST /api/sites/:domain/events/preview` and `…/remove`: what would go, or went. */
export interface RemovalCountBody {
  events: number
  visits: number
  days: number
}

/** `GET /api/sites/:domain/events/removals`, the latest first. */
export interface RemovalsBody {
  removals: {
    /** ISO 8601. */
    removed_at: string
    /** Address of the user; empty when the account is gone. */
    removed_by: string
    filters: unknown
    date_range: [string, string]
    events: number
  }[]
}
