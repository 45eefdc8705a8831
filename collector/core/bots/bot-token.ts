/** `FooBot`, `FooBot/1.0`: letters, digits, hyphen, underscore. No dot and no @, so no host, address or e-mail. */
const PRODUCT = /^([a-z][a-z\d_-]{2,39})(\/v?\d[\w.-]*)?$/i

const BOT_WORD = /bot|crawl|spider/i

/** Say nothing about who it is. */
const GENERIC =
  /^(?:(?:ro|web)?bots?|(?:web)?crawlers?|(?:web)?spiders?|mozilla|opera|applewebkit|gecko|khtml|chrome|chromium|safari|version|mobile|compatible|windows|linux|android|macintosh|iphone|ipad|x11|user-agent|client|agent|test|none|null|undefined)$/i

/** More digits than this look like a number of somebody or something, not like a name. */
const MAX_DIGITS = 4

/**
 * The word in a User-Agent that calls itself a bot: `FooBot` of `Mozilla/5.0 (compatible; FooBot/1.0; +https://…)`.
 * Undefined when there is none that looks like a name. At most 40 characters, of `A–Z a–z 0–9 _ -`.
 */
export function botToken(userAgent: string): string | undefined {
  return userAgent
    .split(/[\s;,()[\]{}"'+<>|]/)
    .map(productName)
    .find(name => name !== undefined && BOT_WORD.test(name))
}

/** The program that a User-Agent begins with: `FooClient` of `FooClient/1.0 (…)`; undefined for browsers and mere words. */
export function firstProduct(userAgent: string): string | undefined {
  const word = userAgent.trimStart().split(/[\s;,(]/, 1)[0] ?? ''
  return word.includes('/') ? productName(word) : undefined
}

function productName(word: string): string | undefined {
  const name = PRODUCT.exec(word)?.[1]
  if (name === undefined || GENERIC.test(name)) return undefined
  return name.replace(/\D/g, '').length > MAX_DIGITS ? undefined : name
}
