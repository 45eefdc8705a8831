import { hash } from 'node:crypto'
import { isbot } from 'isbot'
import { UAParser } from 'ua-parser-js'
import { type ClientHints, clientFacts } from '../core/client/client-facts.ts'
import type { ClientFacts } from '../core/event/analytics-event.ts'

/** What a User-Agent says; the text itself is not kept. */
export interface ParsedClient {
  readonly isBot: boolean
  /** The facts that are kept of it, corrected by client hints; the same object for the same hints. */
  facts(hints: ClientHints): ClientFactsOfAgent
}

/** Facts that come from the User-Agent and hints, not from the visitor's language. */
export type ClientFactsOfAgent = Omit<ClientFacts, 'language'>

/** Parses User-Agents; the same one only once while it is remembered. */
export type ClientParser = (userAgent: string) => ParsedClient

/** User-Agents that are remembered: about 1 kB each. */
const CACHE_SIZE = 5_000

/** Different hints that are remembered of one User-Agent; a browser sends one or two, more is somebody playing. */
const HINTS_SIZE = 8

/** Parsing costs about 240 µs, so results are kept, least recently used out first; keyed by a hash, never by the text. */
export function openClientParser(): ClientParser {
  const cache = new Map<string, ParsedClient>()
  return userAgent => {
    const key = hash('sha256', userAgent, 'base64')
    const known = cache.get(key)
    if (known !== undefined) {
      cache.delete(key)
      cache.set(key, known)
      return known
    }
    const result = parseClient(userAgent)
    cache.set(key, result)
    if (cache.size > CACHE_SIZE) {
      const oldest = cache.keys().next()
      if (!oldest.done) cache.delete(oldest.value)
    }
    return result
  }
}

function parseClient(userAgent: string): ParsedClient {
  const parsed = { ...new UAParser(userAgent).getResult(), ua: '' }
  const factsByHints = new Map<string, ClientFactsOfAgent>()
  return {
    // A browser always says who it is; nothing at all is a program.
    isBot: userAgent.trim() === '' || isbot(userAgent),
    facts(hints) {
      const key = `${hints.mobile} ${hints.platform}`
      const known = factsByHints.get(key)
      if (known !== undefined) return known
      const facts = clientFacts(parsed, hints)
      if (factsByHints.size < HINTS_SIZE) factsByHints.set(key, facts)
      return facts
    },
  }
}
