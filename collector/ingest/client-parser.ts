import { hash } from 'node:crypto'
import { type Bot, botOf } from '../core/bots/bot-name.ts'
import { botOfBrands } from '../core/bots/headless-brand.ts'
import { clientFacts } from '../core/client/client-facts.ts'
import type { ClientHints } from '../core/client/client-hints.ts'
import { primaryLanguage } from '../core/client/language.ts'
import { readHints } from '../core/client/read-hints.ts'
import { readUserAgent } from '../core/client/read-user-agent.ts'
import type { ClientFacts } from '../core/event/analytics-event.ts'
import { openRecentlyUsed } from './recently-used.ts'
import type { RequestFacts } from './request-facts.ts'

/** The headers that tell a browser. */
export type ClientHeaders = Pick<RequestFacts, 'userAgent' | 'acceptLanguage' | 'hints'>

/** What they say; the texts themselves are not kept. */
export interface ParsedClient {
  readonly bot: Bot | undefined
  /** The same object for the same facts of one User-Agent. */
  readonly facts: ClientFacts
}

/** Reads headers; the same ones only once while they are remembered. */
export type ClientParser = (headers: ClientHeaders) => ParsedClient

/** Sets of headers that are remembered; at most as many more. About 200 bytes each. */
const CLIENTS = 5_000

/** User-Agents that are remembered; at most as many more. About 1 kB each. */
const AGENTS = 2_500

/** Different hints and languages that are remembered of one User-Agent; beyond them facts are made anew. */
const VARIANTS = 32

/** Reading a User-Agent takes 20 µs, at worst 1 ms, so results are kept; keyed by a hash, never by the text. */
export function openClientParser(): ClientParser {
  const clients = openRecentlyUsed<ParsedClient>(CLIENTS)
  const agents = openRecentlyUsed<ParsedAgent>(AGENTS)

  function agentOf(userAgent: string): ParsedAgent {
    const key = hash('sha256', userAgent, 'base64')
    const known = agents.get(key)
    if (known !== undefined) return known
    const agent = parseAgent(userAgent)
    agents.set(key, agent)
    return agent
  }

  return headers => {
    const key = keyOf(headers)
    const known = clients.get(key)
    if (known !== undefined) return known
    const { userAgent, acceptLanguage, hints } = headers
    const agent = agentOf(userAgent)
    const client = {
      bot: agent.bot ?? botOfBrands(hints.brands ?? ''),
      facts: agent.facts(hints, acceptLanguage),
    }
    clients.set(key, client)
    return client
  }
}

/** Lengths come first, so that no two sets of headers can look alike. */
function keyOf({ userAgent, acceptLanguage, hints }: ClientHeaders): string {
  const { platform, mobile, brands = '' } = hints
  const lengths = `${userAgent.length} ${acceptLanguage.length} ${platform.length} ${mobile ? 1 : 0} `
  return hash('sha256', lengths + userAgent + acceptLanguage + platform + brands, 'base64')
}

interface ParsedAgent {
  readonly bot: Bot | undefined
  facts(hints: ClientHints, acceptLanguage: string): ClientFacts
}

function parseAgent(userAgent: string): ParsedAgent {
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
      if (variants.size < VARIANTS) variants.set(key, facts)
      return facts
    },
  }
}
