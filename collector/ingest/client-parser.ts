import { hash } from 'node:crypto'
import { type Bot, botOf } from '../core/bots/bot-name.ts'
import { clientFacts } from '../core/client/client-facts.ts'
import type { ClientHints } from '../core/client/client-hints.ts'
import { primaryLanguage } from '../core/client/language.ts'
import { readHints } from '../core/client/read-hints.ts'
import { readUserAgent } from '../core/client/read-user-agent.ts'
import type { ClientFacts } from '../core/event/analytics-event.ts'
import { openRecentlyUsed } from './recently-used.ts'

/** What a User-Agent says; the text itself is not kept. */
export interface ParsedClient {
  readonly bot: Bot | undefined
  /** The facts that are kept of it and of two more headers; the same object for the same facts. */
  facts(hints: ClientHints, acceptLanguage: string): ClientFacts
}

/** Parses User-Agents; the same one only once while it is remembered. */
export type ClientParser = (userAgent: string) => ParsedClient

/** User-Agents that are remembered; at most as many more. About 1 kB each. */
const CACHE_SIZE = 2_500

/** Different hints and languages that are remembered of one User-Agent; beyond them facts are made anew. */
const VARIANTS_SIZE = 32

/** Parsing costs 20 µs, at worst 1 ms, so results are kept; keyed by a hash, never by the text. */
export function openClientParser(): ClientParser {
  const cache = openRecentlyUsed<ParsedClient>(CACHE_SIZE)
  return userAgent => {
    const key = hash('sha256', userAgent, 'base64')
    const known = cache.get(key)
    if (known !== undefined) return known
    const result = parseClient(userAgent)
    cache.set(key, result)
    return result
  }
}

function parseClient(userAgent: string): ParsedClient {
  const agent = readUserAgent(userAgent)
  const variants = new Map<string, ClientFacts>()
  return {
    // A browser always says who it is; nothing at all is a program.
    bot: botOf(userAgent),
    facts(hints, acceptLanguage) {
      const language = primaryLanguage(acceptLanguage)
      const read = readHints(hints)
      // Of our own words only: what a header makes up does not fill the memory.
      const key = `${language} ${read.mobile} ${read.os} ${read.browser} ${read.browserVersion}`
      const known = variants.get(key)
      if (known !== undefined) return known
      const facts = clientFacts(agent, read, language)
      if (variants.size < VARIANTS_SIZE) variants.set(key, facts)
      return facts
    },
  }
}
