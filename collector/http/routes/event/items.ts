import { type PayloadErrors, type PayloadField, parsePayload } from '../../../core/event/payload.ts'
import type { ApiKey, Site } from '../../../core/ports.ts'
import type { CollectItem } from '../../../ingest/collect.ts'
import type { Sender } from '../../../ingest/sender.ts'
import type { ClientAddressReader } from '../../client-address.ts'
import { factsOfUserAgent } from './request-facts.ts'

/** A program that sent an API key, and what the key is for. */
export interface EventCaller {
  readonly key: ApiKey
  /** Undefined: every site. */
  readonly site: Site | undefined
  /** Whether the key is for the site with this domain. */
  readonly isFor: (domain: string) => boolean
}

export type ItemResult =
  | { readonly ok: true; readonly item: CollectItem }
  | { readonly ok: false; readonly errors: PayloadErrors }

export interface ItemContext {
  /** Who sent the request; of events that tell no other sender. */
  readonly sender: Sender
  readonly caller: EventCaller | undefined
  readonly readAddress: ClientAddressReader
  readonly nowSeconds: number
}

/** Oldest past event that is taken, days: what is older would be expired at once. */
const RETENTION_DAYS = 396
/** How far a caller's clock may be ahead, seconds. */
const CLOCK_TOLERANCE_SECONDS = 60
/** Longest User-Agent that is read, characters. */
const MAX_USER_AGENT_CHARACTERS = 2_000

/**
 * Turns the values of a request's body into events with their senders. With an API key an event may tell its visitor's
 * `ip` and `user_agent` (scope events:write) and its own `timestamp` (scope events:import). Source: wire format §1.
 */
export function readItems(values: readonly unknown[], context: ItemContext): readonly ItemResult[] {
  let senders: Map<string, Sender> | undefined
  const sendersOfRequest = (): Map<string, Sender> => {
    senders ??= new Map()
    return senders
  }
  return values.map(value => readItem(value, context, sendersOfRequest))
}

function readItem(value: unknown, context: ItemContext, senders: () => Map<string, Sender>): ItemResult {
  const parsed = parsePayload(value)
  if (!parsed.ok) return parsed
  const { payload } = parsed
  // A payload was made of it, so it is an object.
  const { ip, user_agent: userAgent } = value as Readonly<Record<string, unknown>>
  const isPast = payload.happenedAtSeconds !== undefined
  const isServerSide = isGiven(ip) || isGiven(userAgent)
  if (!isPast && !isServerSide) return { ok: true, item: { payload, sender: context.sender } }

  const errors = faultsOfServerSide({ ip, userAgent, isPast, isServerSide }, payload.domains, context)
  const time = payload.happenedAtSeconds
  if (time !== undefined && !isWithinRetention(time, context.nowSeconds)) {
    errors.timestamp = [`must be in the past, at most ${RETENTION_DAYS} days ago`]
  }
  const sender = serverSideSender(ip, userAgent, context, senders())
  if (sender === undefined && errors.ip === undefined) {
    errors.ip = ['must be the IP address of the visitor, such as 192.0.2.1']
  }
  if (sender === undefined || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, item: { payload, sender } }
}

interface ServerSide {
  readonly ip: unknown
  readonly userAgent: unknown
  readonly isPast: boolean
  readonly isServerSide: boolean
}

function faultsOfServerSide(
  { ip, userAgent, isPast, isServerSide }: ServerSide,
  domains: readonly string[],
  { caller }: ItemContext,
): Partial<Record<PayloadField, readonly string[]>> {
  const errors: Partial<Record<PayloadField, readonly string[]>> = {}
  const mayWrite = caller?.key.scopes.includes('events:write') ?? false
  const mayImport = caller?.key.scopes.includes('events:import') ?? false
  if (isPast && !mayImport) errors.timestamp = ['needs an API key with the scope events:import']
  if (isServerSide && !isPast && !mayWrite) {
    errors[isGiven(ip) ? 'ip' : 'user_agent'] = ['needs an API key with the scope events:write']
  }
  if (!isGiven(ip)) errors.ip = ['is required together with user_agent: the IP address of the visitor']
  if (typeof userAgent !== 'string' || userAgent.length > MAX_USER_AGENT_CHARACTERS) {
    errors.user_agent ??= ["is required together with ip: the User-Agent of the visitor's browser"]
  }
  if (caller?.site !== undefined && !domains.every(caller.isFor)) {
    errors.domain = [`this API key is for ${caller.site.domain} only`]
  }
  return errors
}

/** Events of one visitor in one request share a sender, so that what is found out about it is found out once. */
function serverSideSender(
  ip: unknown,
  userAgent: unknown,
  { readAddress }: ItemContext,
  senders: Map<string, Sender>,
): Sender | undefined {
  const name = `${String(ip)} ${String(userAgent)}`
  const known = senders.get(name)
  if (known !== undefined) return known
  const address = readAddress.ofText(ip)
  if (address === undefined || typeof userAgent !== 'string') return undefined
  const sender = { facts: factsOfUserAgent(userAgent), address }
  senders.set(name, sender)
  return sender
}

function isWithinRetention(seconds: number, nowSeconds: number): boolean {
  return seconds <= nowSeconds + CLOCK_TOLERANCE_SECONDS && seconds >= nowSeconds - RETENTION_DAYS * 86_400
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
