import type { Bot } from './bot-class.ts'
import { isBotAgent, knownBot } from './bot-gate.ts'
import { botToken, firstProduct } from './bot-token.ts'
import { withoutInnocentWords } from './innocent-words.ts'
import { KNOWN_BOTS } from './known-bots.ts'
import { KNOWN_TOOLS } from './known-tools.ts'
import { listedBot } from './listed-bots.ts'

export type { Bot } from './bot-class.ts'

/** Characters of a User-Agent that are read; those of people's browsers have 600 at most. */
const MAX_CHARACTERS = 1_000

/** `Feedly/1.0 (…; like FeedFetcher-Google)`: whom it is like is not who it is. */
const LIKENESS = /\blike [\w-]+/gi

/**
 * The program behind a User-Agent; undefined for people's browsers and apps.
 * Its name is one of our lists or of the package's, else one word of the User-Agent that looks like a name, else
 * `other bot`: the User-Agent itself, addresses and e-mails in it never come out. An empty one is `no User-Agent`.
 * Who drives a tool says more than the tool, so services are looked for before tools.
 * Asked once per User-Agent: measured 0.02 ms for a browser, 0.1 ms for an unlisted bot, 0.6 ms at worst. Throws nothing.
 */
export function botOf(userAgent: string): Bot | undefined {
  const start = userAgent.slice(0, MAX_CHARACTERS)
  if (start.trim() === '') return { name: 'no User-Agent', class: 'other' }
  const text = withoutInnocentWords(start)
  return isBotAgent(text) ? nameBot(text.replace(LIKENESS, '')) : undefined
}

function nameBot(text: string): Bot {
  const lowerCase = text.toLowerCase()
  const known =
    knownBot(lowerCase, KNOWN_BOTS) ??
    listedBot(text, 'service') ??
    unlisted(botToken(text)) ??
    knownBot(lowerCase, KNOWN_TOOLS) ??
    listedBot(text, 'tool') ??
    unlisted(firstProduct(text))
  return known === undefined
    ? { name: 'other bot', class: 'other' }
    : { name: known.name, class: known.class }
}

function unlisted(name: string | undefined): Bot | undefined {
  return name === undefined ? undefined : { name, class: 'other' }
}
