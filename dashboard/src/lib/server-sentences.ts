import type { Dictionary } from '../languages/dictionary.ts'
import { SERVER_WORDS, WORDS } from './wording.ts'

/**
 * What the collector says to people in forms and messages, as its sources have it; `#` stands for a number, or for what is
 * quoted. The API is in English; the other dictionaries have these in their language. Whatever is not listed is shown as it
 * comes.
 */
export const SERVER_SENTENCES = [
  'Something went wrong on the server. It has been logged; try again in a moment.',
  'The database does not answer at the moment. Try again in a few seconds.',
  'This question takes too long. Ask for a shorter period, fewer dimensions or fewer filters.',
  'There is no such site, or you may not see it.',
  'Only those who run this installation may do this. Ask one of them.',
  'Some fields need another look.',

  // Signing in and accounts
  'The e-mail address or the password is wrong.',
  'Too many people sign in at once. Try again in a moment.',
  'Too many wrong tries. Wait # minute and try again.',
  'Too many wrong tries. Wait # minutes and try again.',
  'Too many letters were asked for from your network. Wait # minute and try again.',
  'Too many letters were asked for from your network. Wait # minutes and try again.',
  'A second factor is needed.',
  'Type the six digits of your app, or a recovery code.',
  'Use a passkey, or type a recovery code.',
  'This code does not fit. Take the one that the app shows now.',
  'This does not fit. Use a passkey, or type a recovery code.',
  'You have codes from an app already. Take them away first.',
  'This is not your password.',
  'This takes a sign-in of the last # minutes. Sign in again, then come back.',
  'Use at least # characters; a few words together are easy to remember.',
  'Use at most # characters.',
  'This password is among the first that others would try. Use a few words that only you would put together.',
  'Enter your e-mail address.',
  'This is not an e-mail address. It looks like name@example.com.',
  'This session is over.',
  'This took too long. Sign in again from the start.',
  'That took too long. Try again.',
  'That took too long. Begin again.',
  'This passkey does not sign in here. Use another one, or your password.',
  'This passkey is not there any more.',
  'This passkey cannot be used here. Try another device, or another browser.',
  'This passkey was added already.',
  'You have # passkeys already. Take one away first.',
  'This set-up link is used up or too old. "npm run hanki -- setup-link" prints a new one while nobody has an account.',
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".',
  'This link is used up, too old or was replaced by a later one. Ask for a new one where you sign in, under "Forgotten your password?".',
  'If there is an account of this address, a letter is on its way to it, with a link that works for an hour.',
  'Hanki is not set up to send letters here. Ask whoever runs it for a link: "hanki user reset EMAIL" makes one.',
  'This is your own account. Let another operator remove it.',
  'Nobody would be left who runs this installation. Make somebody else an operator first.',
  'There is no such account any more.',

  // People of a site
  'This invitation is used up, too old or was taken back. Ask for a new one.',
  'There is no such invitation any more.',
  'This person is a member already. Change the role in the list.',
  'This person is no member of the site.',
  'Only owners change what owners are.',
  'Only owners make owners.',
  'The site would have no owner. Make somebody else owner first.',

  // Sites and what belongs to them
  'This site is tracked already.',
  'Only sites that are served over http or https can be tracked.',
  'Enter one domain only, without spaces or commas.',
  'This looks like an e-mail address. Enter the domain of the site, such as example.com.',
  'This is not a domain. Enter the host name of the site, such as example.com.',
  'This time zone is unknown. Enter a name such as Europe/Helsinki or UTC.',
  'Some settings are wrong; nothing was changed.',
  'The annotation is wrong; nothing was changed.',
  'A site may have # annotations. Remove one first.',
  'There may be # keys. Revoke one first.',
  'There is no such key any more.',
  'A site may have # links. Revoke one first.',
  'There is no such link any more.',
  'This link is over, was revoked, or is incomplete. Ask for a new one.',
  'Type the password that belongs to this link.',
  'This is not the password of this link.',
  'A name is one line of at most # characters.',
  'There are no public statistics at this address, or they are not public any more.',
  'The segment is wrong; nothing was changed.',
  'A site may have # segments. Remove one first.',
  'The site has no such segment.',
  'A link cannot be limited to a segment that asks for goals, since these can be changed later. Use event:page or event:name.',
  'Give at most # origins.',
  'A site may have # goals. Remove one first.',
  'The site has no goal of this name.',
  'The funnel "#" has this goal as a step. Change the funnel first.',
  'A site may have # funnels. Remove one first.',
  'The site has no such funnel.',

  // What is wrong with one entry of a list, or with one field; read after the entry.
  'must be a host name such as shop.example.net',
  'must begin with "/", such as /orders/*/pay',
  'must be the name of a query parameter, such as q',
  'must be a country code of two letters, such as FI',
  'must be an address or a network such as 192.0.2.0/24 or 2001:db8::/32',
  'must be a day, such as 2026-11-24',
  'must not be empty',
  'must hold at least one filter',
  'must not hold control characters',
  'may have at most # characters',
  'has a *: name every origin, such as https://www.example.com.',
  'is no origin. Write https:// and the host, such as https://example.com.',
  'is not safe: write https://. Plain http:// is for localhost only.',
  'is more than an origin. Write "#".',
  'has a host that browsers would not take. Write it as in the address bar.',
  'is a page view: use the goal_type "page" with a page_path such as "/**"',
  'is not an event of its own: use the goal_type "scroll"',
  'is not an event of its own: use the step_type "page"',
  'must be a currency code of ISO 4217, such as EUR',
  'may have at most # wildcards',
  'is the name of another goal',
  'is no goal of the site',
] as const
export type ServerSentence = (typeof SERVER_SENTENCES)[number]

/** The words that a sentence of the collector is said in; those of the page where nothing else is given. */
type ServerDictionary = Pick<Dictionary, 'SERVER_WORDS'> & {
  readonly WORDS: Pick<Dictionary['WORDS'], 'entryFault'>
}

/**
 * A sentence of the collector in the language of the page, with its numbers, what it quotes, and the entry that it begins
 * with; as it is where there are no words for it.
 */
export function toOwnWords(said: string, own: ServerDictionary = { SERVER_WORDS, WORDS }): string {
  const whole = translated(said, own)
  if (whole !== undefined) return whole
  const [, entry = '', fault = ''] = OF_ENTRY.exec(said) ?? []
  const words = translated(fault, own)
  return words === undefined ? said : own.WORDS.entryFault(entry, words)
}

const NUMBER = /\d+/g
const QUOTED_OR_NUMBER = /(?<=").+(?=")|\d+/gs
const OF_ENTRY = /^"((?:[^"\\]|\\.)*)" (.+)$/s

function translated(said: string, { SERVER_WORDS: words }: ServerDictionary): string | undefined {
  return wordsFor(said, words) ?? withFacts(said, NUMBER, words) ?? withFacts(said, QUOTED_OR_NUMBER, words)
}

function withFacts(said: string, fact: RegExp, words: Dictionary['SERVER_WORDS']): string | undefined {
  const facts = said.match(fact) ?? []
  return wordsFor(said.replaceAll(fact, '#'), words)?.replaceAll('#', () => facts.shift() ?? '')
}

function wordsFor(said: string, words: Readonly<Record<string, string | undefined>>): string | undefined {
  return Object.hasOwn(words, said) ? words[said] : undefined
}
