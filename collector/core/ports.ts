import type { Role } from './access/roles.ts'
import type { ApiKeyScope } from './access/scopes.ts'
import type { SiteAnnotations } from './annotations/site-annotations.ts'
import type { AnalyticsEvent } from './event/analytics-event.ts'
import type { DailyCount, DailyNote, NetworkCount } from './event/daily-count.ts'
import type { SiteFunnels } from './funnels/site-funnels.ts'
import type { Goal } from './goals/goal.ts'
import type { Day, SiteId } from './ids.ts'
import type { Metric } from './metrics/catalogue.ts'
import type { FunnelQuestion } from './paths/funnel.ts'
import type { JourneyQuestion, Journeys } from './paths/journey.ts'
import type { Plan } from './planning/plan.ts'
import type { Query, ResultRow } from './query/query.ts'
import type { Removal, RemovalQuestion } from './repair/removal.ts'
import type { SealedDays } from './sealing/sealed-days.ts'
import type { SiteSegments } from './segments/site-segments.ts'
import type { ShareLimits } from './sharing/share-limits.ts'
import type { SiteSettings } from './site/site-settings.ts'
import type { SiteZones } from './site/time-zone.ts'

/** One event as the journal holds it and the store takes it. */
export interface JournalledEvent {
  /** Its number in the journal, from 1. */
  readonly sequence: number
  /** Its record (see event-record.ts) in UTF-8. */
  readonly record: Buffer
}

/** Events of one journal on their way to the store. */
export interface EventBatch {
  /** 64 random bits as a decimal string; never used again for another journal. */
  readonly journalId: string
  readonly events: readonly JournalledEvent[]
}

/** The store understood a batch and refuses what it holds: repeating it cannot help. Nothing of it may be assumed stored. */
export class RefusedBatchError extends Error {
  override readonly name = 'RefusedBatchError'
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super('The database refuses what a batch of events holds.', options)
    this.code = code
  }
}

/** What of a visitor's latest event tells of the visit. */
export type LatestEvent = Pick<
  AnalyticsEvent,
  'siteId' | 'visitorId' | 'visitId' | 'day' | 'timestampSeconds' | 'acquisition' | 'client' | 'place'
>

/** Where events live and questions are answered. Owned by core; storage implements it. */
export interface EventStore {
  /**
   * Stores a batch durably, once per `token` however often it is repeated with the same rows.
   * Throws `RefusedBatchError` for a batch that can never be stored; any other fault says that nothing is certain.
   */
  insert(batch: EventBatch, token: string, signal?: AbortSignal): Promise<void>
  /** Ends every insert of this journal that may still be running; settles when none is. */
  settle(journalId: string): Promise<void>
  /** How many sequences from `first` to `last` of this journal are stored; one that is there twice counts once. */
  countStored(journalId: string, first: number, last: number): Promise<number>
  /** The sequences from `first` to `last` of this journal that are stored; for ranges of one batch. */
  storedSequences(journalId: string, first: number, last: number): Promise<ReadonlySet<number>>
  /** The latest sequence of this journal that the store has had, by its events and by `markStored`; 0 for none. */
  storedThrough(journalId: string): Promise<number>
  /**
   * Notes that a journal is dealt with up to a sequence, where no event can bear witness of it. To be called before
   * events are erased: without it, the latest ones may be taken for lost and sent again.
   */
  markStored(journalId: string, through: number): Promise<void>
  /** The same of every journal that was ever marked, as far as its events are stored now: other collectors have some, too. */
  markAllStored(): Promise<void>
  /** The latest event of every visitor since `fromSecond`, in groups, in no order; what open visits are rebuilt from. */
  recentVisits(fromSecond: number): AsyncIterable<readonly LatestEvent[]>
  /** Rows of an answer, ordered and cut to the query's page; time buckets without events are absent. */
  query(query: Query, signal?: AbortSignal): Promise<QueryRows>
  /** How many got as far as each step of a funnel and no further; index 0 is none. */
  funnel(question: FunnelQuestion, signal?: AbortSignal): Promise<readonly number[]>
  /** The most frequent ways of visits, and how many took others. */
  journeys(question: JourneyQuestion, signal?: AbortSignal): Promise<Journeys>
  /** True when this site has at least one event. */
  hasEvents(siteId: SiteId): Promise<boolean>
  /** Keys of properties that a site's events carried from `first` to `last`, at most `limit`, most events first. */
  propertyKeys(siteId: SiteId, first: Day, last: Day, limit: number): Promise<readonly PropertyKey[]>
  /** Adds to the daily counters, once per `token`. */
  addDailyCounts(counts: readonly DailyCount[], token: string): Promise<void>
  /** Daily counters of a site from `first` to `last`, by day, most first. */
  dailyCounts(siteId: SiteId, first: Day, last: Day): Promise<readonly DailyCount[]>
  /** Days of a site of which this was noted, the earliest first. */
  daysNoted(siteId: SiteId, note: DailyNote): Promise<readonly Day[]>
  /** Adds to the daily counters of networks, once per `token`. */
  addNetworkCounts(counts: readonly NetworkCount[], token: string): Promise<void>
  /** Networks of a site's events from `first` to `last`, at most `limit`, most first. */
  networks(siteId: SiteId, first: Day, last: Day, limit: number): Promise<readonly NetworkTotal[]>
  /** Idempotency keys of stored events that are not below `least`, at most `limit`, the latest of them in rising order; see idempotency-key.ts. */
  idempotencyKeys(least: string, limit: number): Promise<readonly string[]>
}

/** A property of events, and how many carried it. */
export interface PropertyKey {
  readonly key: string
  readonly events: number
}

/** A local day of a site. */
export interface SiteDay {
  readonly siteId: SiteId
  readonly day: Day
}

/** A day with raw events, and how many. */
export interface RawDay extends SiteDay {
  readonly events: number
}

/** Days of sites of one time zone that are sealed together. */
export interface DaysToSeal {
  readonly days: readonly RawDay[]
  /** IANA name. */
  readonly timezone: string
  /** Nanoseconds since 1970 in decimal, greater than every earlier one. */
  readonly generation: string
}

/** Where finished days are sealed: their exact figures, by generations of which the latest is valid. */
export interface SealStore {
  /** What is sealed of a site; may be a few seconds old where another process seals. */
  sealedDays(siteId: SiteId): Promise<SealedDays>
  /** What it was when it was last asked for, the same value while nothing changed; undefined where nobody knows. */
  sealedDaysBefore(siteId: SiteId): SealedDays | undefined
  /** The day up to which each site is sealed. */
  throughDays(): Promise<ReadonlyMap<SiteId, Day>>
  /** The greatest generation ever given to sealed rows; `0` when there was none. */
  latestGeneration(): Promise<string>
  /** Sealed days that something changed since, of which sealing at this generation would hold every change. */
  dirtyDays(generation: string): Promise<readonly SiteDay[]>
  /** Days with raw events after a day of each site's own, up to `last`, that were never sealed; in order of day. */
  rawDays(sites: readonly { siteId: SiteId; after: Day | undefined }[], last: Day): Promise<readonly RawDay[]>
  /** Days of these sites that have raw events, sealed or not, from one day to another. */
  daysWithEvents(sites: readonly SiteId[], first: Day, last: Day): Promise<readonly RawDay[]>
  /** How many raw events these days have; days without any are absent. */
  countRaw(days: readonly SiteDay[]): Promise<readonly RawDay[]>
  /** Seals days from their raw events; they become valid all at once, and what was sealed of them before does not count any more. */
  seal(days: DaysToSeal): Promise<void>
  /** Notes that every day of a site up to this one is sealed or has no events. */
  markThrough(sites: readonly SiteDay[], generation: string): Promise<void>
  /** Notes, durably, that days change: they are read from raw events until they are sealed again. */
  markDirty(days: readonly SiteDay[], generation: string): Promise<void>
  /** Removes rows that were superseded some minutes ago; how many generations of days. */
  removeSuperseded(nowSeconds: number): Promise<number>
  /** Puts together what sealing has left in many files. Rejects with the signal's reason when that comes first. */
  mergeParts(signal?: AbortSignal): Promise<void>
}

/** Where everything lies that was counted of sites, and from where it can be erased. */
export interface SiteDataStore {
  /** Removed sites of which something is still stored. */
  goneSitesWithData(): Promise<readonly SiteId[]>
  /** Erases everything that was counted of these sites from the disk. */
  erase(sites: readonly SiteId[]): Promise<void>
}

/** Where events are removed that an owner does not want, and where that is noted. */
export interface RemovalStore {
  /** Raw events that match, by day. */
  countEvents(
    question: RemovalQuestion,
  ): Promise<readonly { readonly day: Day; readonly events: number; readonly visits: number }[]>
  /** Removes them from the disk, and reading time of visits of which nothing else is left. */
  removeEvents(question: RemovalQuestion): Promise<void>
  /** Notes a removal durably. */
  note(removal: Removal): Promise<void>
  /** Removals of a site, the latest first. */
  list(siteId: SiteId): Promise<readonly Removal[]>
}

/** Whether the database answers at all, so that nobody waits for one that does not. */
export interface Pulse {
  isAnswering(): boolean
  /** Aborted when the database falls silent; another one once it answers again. */
  lifetime(): AbortSignal
}

export interface QueryRows {
  readonly rows: readonly ResultRow[]
  /** All rows before pagination; only when the query asked for it. */
  readonly totalRows?: number
  /** Why a metric of money has no value in some row. */
  readonly warnings?: Partial<Record<Metric, MoneyWarning>>
  /** From which kinds of rows, and of how many days, the answer was read. */
  readonly plan: Plan
  /** Days before this one had events that have expired, and are missing. */
  readonly expiredBefore?: Day
  /** What the database was asked, in its own words; undefined when it was not. */
  readonly statement?: Statement
}

/** A statement and the values of its typed parameters. */
export interface Statement {
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
}

/** There was no revenue at all, or it came in several currencies. */
export type MoneyWarning = 'no_revenue' | 'several_currencies'

export interface NetworkTotal {
  /** With its prefix length, such as `192.0.2.0/24`. */
  readonly network: string
  readonly events: number
}

/** A domain that a site had before it was renamed. */
export interface FormerDomain {
  readonly domain: string
  /** Until when it still names the site, seconds since 1970. */
  readonly untilSeconds: number
}

/** A tracked property. */
export interface Site extends SiteZones {
  readonly id: SiteId
  /** Lower-case host without `www.`. */
  readonly domain: string
  /** The latest last. Their hosts belong to the site. */
  readonly formerDomains: readonly FormerDomain[]
  readonly settings: SiteSettings
  /** No two of one display name. */
  readonly goals: readonly Goal[]
  readonly segments: SiteSegments
  /** What people noted about its days. */
  readonly annotations: SiteAnnotations
  readonly funnels: SiteFunnels
  readonly createdAtSeconds: number
}

/** A key pair of which a device, or whatever keeps somebody's passwords, has the private half (WebAuthn). Nothing here is secret. */
export interface Passkey {
  /** What the device calls it, base64url. */
  readonly credentialId: string
  /** COSE_Key (RFC 9052, 7), base64url. */
  readonly publicKey: string
  /** How often it has signed, as it says itself; 0: it does not count. */
  readonly signCount: number
  /** How browsers reach the device, in the words of WebAuthn, such as `internal` or `usb`. */
  readonly transports: readonly string[]
  /** What its owner calls it. */
  readonly name: string
  readonly createdAtSeconds: number
  /** `YYYY-MM-DD` of UTC; undefined: it was never used. */
  readonly lastUsedOn: string | undefined
}

/** What somebody signs in with besides the password: codes by time, passkeys, or both. */
export interface SecondFactorRecord {
  /** Base32; codes are made of it by time (RFC 6238). Undefined: there are passkeys only. */
  readonly totpSecret: string | undefined
  /** The oldest first. */
  readonly passkeys: readonly Passkey[]
  /** SHA-256 of recovery codes that were not used yet, hex. */
  readonly recoveryHashes: readonly string[]
}

/** A person with an account. */
export interface User {
  readonly id: string
  /** Lower case. */
  readonly email: string
  /** argon2id in PHC form; undefined: the person signs in with the provider only. */
  readonly passwordHash: string | undefined
  /** Runs this installation: adds sites, and is owner of every one of them. */
  readonly isOperator: boolean
  /** Absent: the password is enough. */
  readonly secondFactor?: SecondFactorRecord
  /** Absent: nobody has signed in to this account with a provider yet. */
  readonly providerLink?: ProviderLink
  readonly createdAtSeconds: number
}

/** Whom a provider of OpenID Connect must name to be let into an account. */
export interface ProviderLink {
  readonly issuer: string
  /** The provider's own name for the person. */
  readonly subject: string
}

/** What a person may do on a site. */
export interface Membership {
  readonly siteId: SiteId
  readonly userId: string
  readonly role: Role
  readonly createdAtSeconds: number
}

/** A link that makes somebody a member of a site, with a new account where there is none of this address. */
export interface Invitation {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  readonly siteId: SiteId
  /** Lower case. */
  readonly email: string
  readonly role: Role
  /** The user who invites. */
  readonly invitedBy: string
  readonly createdAtSeconds: number
  readonly expiresAtSeconds: number
}

/** A signed-in browser. */
export interface Session {
  /** SHA-256 of the cookie's token, hex. */
  readonly tokenHash: string
  readonly userId: string
  /** Browser and system, such as `Firefox on Windows`; empty: unknown. */
  readonly client: string
  /** True when it was opened with a provider that vouched for a second factor. */
  readonly hasProviderFactor: boolean
  readonly createdAtSeconds: number
  readonly expiresAtSeconds: number
}

export interface ApiKey {
  /** Short public name of the key, shown in lists. */
  readonly id: string
  /** SHA-256 of the key, hex. */
  readonly keyHash: string
  /** What it is for, in the words of whoever made it; may be empty. */
  readonly name: string
  /** Undefined: every site of the installation. */
  readonly siteId: SiteId | undefined
  readonly scopes: readonly ApiKeyScope[]
  /** The user who made it, without whom it is worth nothing; undefined: the command line did. */
  readonly createdBy: string | undefined
  readonly createdAtSeconds: number
  /** Undefined: never. */
  readonly expiresAtSeconds: number | undefined
}

/** A link that lets anybody who has it look at the statistics of one site. */
export interface ShareLink {
  /** Short public name of the link, shown in lists. */
  readonly id: string
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  /** What it is for, in the words of whoever made it; may be empty. */
  readonly name: string
  readonly siteId: SiteId
  /** argon2id in PHC form; undefined: the link is enough. */
  readonly passwordHash: string | undefined
  /** The user who made it, without whom it is worth nothing; undefined: a key of the command line did. */
  readonly createdBy: string | undefined
  readonly createdAtSeconds: number
  /** Undefined: never. */
  readonly expiresAtSeconds: number | undefined
  readonly limits: ShareLimits
  /** Origins whose pages may show it in a frame. */
  readonly origins: readonly string[]
  /** What anybody may open by the site's domain: its token is no secret, and there is one of a site at most. */
  readonly isPublic: boolean
  /** Whether search engines may list it; of a public one only. */
  readonly isIndexed: boolean
}

/** A link that makes the first user; only one is valid at a time. */
export interface SetupLink {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  readonly expiresAtSeconds: number
}

/** A link to choose a new password with. */
export interface PasswordReset {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  readonly userId: string
  readonly expiresAtSeconds: number
}

/** One kind of settings record, kept whole in memory by its users: a few hundred rows at most. */
export interface RecordStore<T> {
  list(): Promise<readonly T[]>
  /** Writes a record durably, replacing the one with the same key. */
  put(record: T): Promise<void>
  /** Removes the record with the same key; it is not an error when there is none. */
  remove(record: T): Promise<void>
}

/** A line of the audit log; see audit-entry.ts. */
export interface AuditRecord {
  /** From 1. */
  readonly number: number
  readonly line: string
}

/** Where the audit log lies: lines are added, and leave by themselves when their time is over. */
export interface AuditStore {
  /** The line of the greatest number; undefined when there is none. */
  latest(): Promise<AuditRecord | undefined>
  /** Adds a line durably, to be kept for so many days. */
  append(record: AuditRecord & { readonly atSeconds: number; readonly keepDays: number }): Promise<void>
  /** Lines of numbers below `before`, the latest first, at most `limit`. */
  list(before: number, limit: number): Promise<readonly AuditRecord[]>
  /** Every line, the oldest first. */
  all(): AsyncIterable<string>
}

/** On which days keys were used, where another collector writes the audit log. */
export interface KeyUseNotes {
  /** Notes a use; `day` is `YYYY-MM-DD` in UTC. Once more is no harm. */
  add(keyId: string, day: string): Promise<void>
  /** Uses on this day and later ones, each once; they are kept for a week. */
  since(day: string): Promise<readonly { readonly keyId: string; readonly day: string }[]>
}

/** Everything about people and sites; a few hundred rows. */
export interface SettingsStore {
  readonly sites: RecordStore<Site>
  readonly users: RecordStore<User>
  readonly sessions: RecordStore<Session>
  readonly apiKeys: RecordStore<ApiKey>
  readonly setupLinks: RecordStore<SetupLink>
  readonly memberships: RecordStore<Membership>
  readonly invitations: RecordStore<Invitation>
  readonly passwordResets: RecordStore<PasswordReset>
  readonly shareLinks: RecordStore<ShareLink>
  /** Highest site id ever given, removed sites included; 0 when there was none. */
  highestSiteId(): Promise<number>
  /** A text that differs after every write by anyone; equal texts mean that nothing needs to be read again. */
  revision(): Promise<string>
}
