import { createHash } from 'node:crypto'
import { isbot } from 'isbot'
import { type IResult, UAParser } from 'ua-parser-js'

export interface ParsedClient {
  readonly isBot: boolean
  /** Without the User-Agent itself. */
  readonly parsed: IResult
}

/** Parses User-Agents; the same one only once while it is remembered. */
export type ClientParser = (userAgent: string) => ParsedClient

/** User-Agents that are remembered: about 1 kB each. */
const CACHE_SIZE = 5_000

/** Parsing costs about 240 µs, so results are kept, least recently used out first; keyed by a hash, never by the text. */
export function openClientParser(): ClientParser {
  const cache = new Map<string, ParsedClient>()
  return userAgent => {
    const key = createHash('sha256').update(userAgent).digest('base64')
    const known = cache.get(key)
    if (known !== undefined) {
      cache.delete(key)
      cache.set(key, known)
      return known
    }
    // A browser always says who it is; nothing at all is a program.
    const isBot = userAgent.trim() === '' || isbot(userAgent)
    const result = { isBot, parsed: { ...new UAParser(userAgent).getResult(), ua: '' } }
    cache.set(key, result)
    if (cache.size > CACHE_SIZE) {
      const oldest = cache.keys().next()
      if (!oldest.done) cache.delete(oldest.value)
    }
    return result
  }
}
