import type { Context } from 'hono'
import { clientFacts } from '../core/client/client-facts.ts'
import { NO_HINTS } from '../core/client/client-hints.ts'
import { readHints } from '../core/client/read-hints.ts'
import { readUserAgent } from '../core/client/read-user-agent.ts'

/** Browser and system of whoever signs in, such as `Firefox on Windows`; empty: unknown. */
export function clientName(c: Context): string {
  const agent = readUserAgent(c.req.header('user-agent') ?? '')
  const { browser, os } = clientFacts(agent, readHints(NO_HINTS), '')
  return [browser, os].filter(name => name !== '').join(' on ')
}
