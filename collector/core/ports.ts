import type { AnalyticsEvent } from './event/analytics-event.ts'
import type { DropReason } from './event/drop-reasons.ts'
import type { Day, SiteId } from './ids.ts'
import type { Query, ResultRow } from './query/query.ts'

/** Position of one event: the random id of the journal it was written to, and its number there (from 1). */
export interface JournalPosition {
  /** 64 random bits as a decimal string; never reused. */
  readonly journalId: string
  readonly sequence: number
}

export interface PositionedEvent extends JournalPosition {
  readonly event: AnalyticsEvent
}

/** Where events live and questions are answered. Owned by core; storage implements it. */
export interface EventStore {
  /**
   * Stores a batch durably, once per `token` however often it is repeated with the same rows.
   * Throws `EngineError` when it is not certain that every row is on disk.
   */
  insert(batch: readonly PositionedEvent[], token: string): Promise<void>
  /** How many events with a sequence from `first` to `last` of this journal are stored. */
  countStored(journalId: string, first: number, last: number): Promise<number>
  /** Events received at or after `fromSecond`, oldest first; what open visits are rebuilt from. */
  recentEvents(fromSecond: number): Promise<readonly AnalyticsEvent[]>
  /** Rows of an answer, ordered and cut to the query's page; time buckets without events are absent. */
  query(query: Query, signal?: AbortSignal): Promise<QueryRows>
  /** True when this site has at least one event. */
  hasEvents(siteId: SiteId): Promise<boolean>
  /** True when the database answers. */
  isReady(): Promise<boolean>
  /** Adds to the daily counters of events that were not counted. */
  addDrops(counts: readonly DropCount[]): Promise<void>
  /** Counters of one site's day by reason. */
  dropsOfDay(siteId: SiteId, day: Day): Promise<readonly DropCount[]>
}

export interface QueryRows {
  readonly rows: readonly ResultRow[]
  /** All rows before pagination; only when the query asked for it. */
  readonly totalRows?: number
}

export interface DropCount {
  readonly siteId: SiteId
  readonly day: Day
  readonly reason: DropReason
  readonly count: number
}

/** A tracked property. */
export interface Site {
  readonly id: SiteId
  /** Lower-case host without `www.`. */
  readonly domain: string
  /** IANA name. */
  readonly timezone: string
  readonly createdAtSeconds: number
}

/** A person with an account. */
export interface User {
  readonly id: string
  /** Lower case. */
  readonly email: string
  /** argon2id in PHC form. */
  readonly passwordHash: string
  readonly createdAtSeconds: number
}

/** A signed-in browser. */
export interface Session {
  /** SHA-256 of the cookie's token, hex. */
  readonly tokenHash: string
  readonly userId: string
  readonly expiresAtSeconds: number
}

export const API_KEY_SCOPES = ['stats:read', 'events:write', 'events:import'] as const
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number]

export interface ApiKey {
  /** Short public name of the key, shown in lists. */
  readonly id: string
  /** SHA-256 of the key, hex. */
  readonly keyHash: string
  readonly siteId: SiteId
  readonly scopes: readonly ApiKeyScope[]
  readonly createdAtSeconds: number
}

/** A link that makes the first user; only one is valid at a time. */
export interface SetupLink {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
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

/** Everything about people and sites; a few hundred rows. */
export interface SettingsStore {
  readonly sites: RecordStore<Site>
  readonly users: RecordStore<User>
  readonly sessions: RecordStore<Session>
  readonly apiKeys: RecordStore<ApiKey>
  readonly setupLinks: RecordStore<SetupLink>
  /** Highest site id ever given, removed sites included; 0 when there was none. */
  highestSiteId(): Promise<number>
  /** A text that differs after every write by anyone; equal texts mean that nothing needs to be read again. */
  revision(): Promise<string>
}
