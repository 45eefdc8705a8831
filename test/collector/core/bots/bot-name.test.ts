import crawlerUserAgents from 'crawler-user-agents'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOT_CLASSES } from '../../../../collector/core/bots/bot-class.ts'
import { botOf } from '../../../../collector/core/bots/bot-name.ts'
import { withoutInnocentWords } from '../../../../collector/core/bots/innocent-words.ts'
import { KNOWN_BOTS } from '../../../../collector/core/bots/known-bots.ts'
import { KNOWN_TOOLS } from '../../../../collector/core/bots/known-tools.ts'
import { listedBot } from '../../../../collector/core/bots/listed-bots.ts'
import { LITTLE_LONGER, timesAsLong } from '../../../support/times-as-long.ts'
import { NAMED_BOTS } from './named-bots.ts'
import { ORDINARY_BROWSERS } from './ordinary-browsers.ts'

/** Letters, digits and a few signs: no slash and no @, so no address of a page and no e-mail. */
const SAFE_NAME = /^[\p{L}\d][\p{L}\d .,:;!&'_-]{1,59}$/u

const SAMPLES = crawlerUserAgents.flatMap(({ instances }) => instances)

/** Samples of the package that are people: editors, apps, a phone by its build. */
const PEOPLE = 6

describe('botOf', () => {
  it.each(NAMED_BOTS)('calls it %s, %s: %s', (name, botClass, _why, userAgent) => {
    expect(botOf(userAgent)).toEqual({ name, class: botClass })
  })

  it.each(ORDINARY_BROWSERS)('takes for a person: %s', (_why, userAgent) => {
    expect(botOf(userAgent)).toBeUndefined()
  })

  it(`knows all ${SAMPLES.length} samples of crawler-user-agents but ${PEOPLE}, which are people`, () => {
    const missed = SAMPLES.filter(sample => botOf(sample) === undefined)
    expect(missed.length).toBeLessThanOrEqual(PEOPLE)
    expect(1 - missed.length / SAMPLES.length).toBeGreaterThanOrEqual(0.995)
  })

  it('names and classes every sample of crawler-user-agents', () => {
    const bots = SAMPLES.map(botOf).filter(bot => bot !== undefined)
    expect(bots.filter(bot => !SAFE_NAME.test(bot.name) || !BOT_CLASSES.includes(bot.class))).toEqual([])
    const nameless = bots.filter(({ name }) => name === 'other bot')
    expect(nameless).toEqual([])
  })

  it('gives a name that is a name, whatever it is asked', () => {
    fc.assert(
      fc.property(anyUserAgent(), userAgent => {
        const bot = botOf(userAgent)
        if (bot === undefined) return
        expect(bot.name).toMatch(SAFE_NAME)
        expect(BOT_CLASSES).toContain(bot.class)
        expect(bot.name).not.toMatch(/@|\/\/|www\./)
      }),
      { numRuns: 3_000 },
    )
  })

  it('never gives out a marker that was planted as a host, an e-mail or a number', () => {
    const MARKER = 'planted73519'
    const places = [
      `https://${MARKER}.example/bot`,
      `${MARKER}@bot.example`,
      `bot.${MARKER}.example`,
      `${MARKER}bot/1.0`,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...SAMPLES), (place, sample) => {
        expect(botOf(`${sample} (+${place})`)?.name ?? '').not.toContain(MARKER)
        expect(botOf(`${place} ${sample}`)?.name ?? '').not.toContain(MARKER)
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds a bot beside any browser of people', () => {
    for (const [, browser] of ORDINARY_BROWSERS) {
      expect(botOf(`${browser} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`)?.name).toBe(
        'Googlebot',
      )
      expect(botOf(`${browser} UnheardBot/1.0`)?.name).toBe('UnheardBot')
    }
  })

  it('names nothing by a pattern that fits an ordinary browser', () => {
    const fitting = ORDINARY_BROWSERS.filter(([, browser]) => {
      const text = withoutInnocentWords(browser)
      return (listedBot(text, 'service') ?? listedBot(text, 'tool')) !== undefined
    })
    expect(fitting.map(([why]) => why)).toEqual([])
  })

  it.each([
    'a',
    '/1',
    '1.',
    '; a;',
    '@a-',
    '((',
    ' a/1.1',
    'bot ',
    'x/1.1.1',
    'Spider ',
    'ContextualBot ',
    'Current ',
    'Cursor/1',
    'CUBOT ',
    'news bots scan ',
    'Discovery I',
    '\u0000',
    '💥',
  ])('takes little longer for 2,000 characters of %j than of others', part => {
    const hostile = part.repeat(Math.ceil(2_000 / part.length)).slice(0, 2_000)
    const plain = 'Words 1.0 and kayaks'.repeat(100)
    expect(timesAsLong(botOf, hostile, plain)).toBeLessThan(LITTLE_LONGER)
  })
})

describe('KNOWN_BOTS and KNOWN_TOOLS', () => {
  const rows = [...KNOWN_BOTS, ...KNOWN_TOOLS]

  it('have a safe name, a class and a reason in every row', () => {
    expect(rows.filter(({ name }) => !SAFE_NAME.test(name))).toEqual([])
    expect(rows.filter(({ why }) => why === '')).toEqual([])
    expect(rows.length).toBeGreaterThanOrEqual(80)
  })

  it('have tokens in lower case, each of which can be reached', () => {
    expect(rows.filter(({ token }) => token !== token.toLowerCase())).toEqual([])
    for (const list of [KNOWN_BOTS, KNOWN_TOOLS]) {
      const hidden = list.filter(({ token }, index) =>
        list.slice(0, index).some(earlier => !earlier.token.startsWith('^') && token.includes(earlier.token)),
      )
      expect(hidden.map(({ token }) => token)).toEqual([])
    }
  })
})

/** Any text, parts of real User-Agents in any order, and real ones with a part cut out. */
function anyUserAgent(): fc.Arbitrary<string> {
  const parts = [
    'Mozilla/5.0',
    '(compatible;',
    'FooBot/1.0',
    'bot',
    '+https://a.example/',
    'me@a.example',
    'http',
    '/1.0',
    ';',
    ')',
  ]
  return fc.oneof(
    fc.string({ maxLength: 2_100 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 12 })), { maxLength: 30 })
      .map(list => list.join(' ')),
    fc
      .tuple(fc.constantFrom(...SAMPLES), fc.nat(300), fc.nat(40))
      .map(([sample, start, length]) => sample.slice(0, start) + sample.slice(start + length)),
  )
}
