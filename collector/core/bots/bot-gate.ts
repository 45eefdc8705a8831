import { isbot } from 'isbot'
import { KNOWN_BOTS, type KnownBot } from './known-bots.ts'
import { KNOWN_TOOLS } from './known-tools.ts'

const DRIVEN_BROWSERS = KNOWN_TOOLS.filter(tool => tool.class === 'automation')

/**
 * True for the User-Agents of programs: a word of our own lists, or what isbot says.
 * Electron alone is no sign: people use its apps. Libraries are left to isbot.
 */
export function isBotAgent(userAgent: string): boolean {
  const lowerCase = userAgent.toLowerCase()
  return (
    knownBot(lowerCase, KNOWN_BOTS) !== undefined ||
    knownBot(lowerCase, DRIVEN_BROWSERS) !== undefined ||
    isbot(userAgent)
  )
}

/** The first row whose token stands in the text, which is in lower case. */
export function knownBot(lowerCase: string, rows: readonly KnownBot[]): KnownBot | undefined {
  return rows.find(({ token }) =>
    token.startsWith('^') ? lowerCase.startsWith(token.slice(1)) : lowerCase.includes(token),
  )
}
