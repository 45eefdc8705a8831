import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClientHints, NO_HINTS } from '../../../collector/core/client/client-hints.ts'
import { openClientParser } from '../../../collector/ingest/client-parser.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const BRAVE = { ...NO_HINTS, brands: '"Brave";v="141", "Not/A)Brand";v="8", "Chromium";v="141"' }

describe('openClientParser', () => {
  const parser = openClientParser()
  const parse = (userAgent: string, hints: ClientHints = NO_HINTS, acceptLanguage = '') =>
    parser({ userAgent, hints, acceptLanguage })

  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
    ['curl/8.5.0', true],
    ['', true],
    [CHROME, false],
  ])('tells programs from people: %s', (ua, isBot) => {
    expect(parse(ua).bot !== undefined).toBe(isBot)
  })

  it('tells a browser that nobody sees by its brands', () => {
    const headless = { ...NO_HINTS, brands: '"HeadlessChrome";v="141", "Chromium";v="141"' }
    expect(parse(CHROME, headless).bot?.name).toBe('Headless Chrome')
  })

  it('gives the same object for the same headers, and for others that say the same', () => {
    expect(parse(CHROME, NO_HINTS, 'fi')).toBe(parse(CHROME, { ...NO_HINTS }, 'fi'))
    expect(parse(CHROME, NO_HINTS, 'fi').facts).toBe(parse(CHROME, NO_HINTS, 'fi-FI,en;q=0.5').facts)
  })

  it('gives the same object for hints that say the same in other words', () => {
    const other = { ...BRAVE, brands: '"Not A(Brand";v="24", "Chromium";v="141", "Brave";v="141"' }
    expect(parse(CHROME, other, 'fi').facts).toBe(parse(CHROME, BRAVE, 'fi').facts)
  })

  it('tells browsers apart that only their brands do', () => {
    expect(parse(CHROME).facts.browser).toBe('Chrome')
    expect(parse(CHROME, BRAVE).facts.browser).toBe('Brave')
  })

  it('takes hints without brands', () => {
    expect(parse(CHROME, { platform: 'Windows', mobile: false }, 'fi').facts).toEqual({
      browser: 'Chrome',
      browserVersion: '141',
      os: 'Windows',
      osVersion: '10+',
      device: 'Desktop',
      language: 'fi',
    })
  })

  it('never takes one set of headers for another, wherever one text ends and the next begins', () => {
    const text = fc.stringMatching(/^[ab1 ]{0,3}$/)
    const headers = fc.record({
      userAgent: text,
      acceptLanguage: text,
      hints: fc.record({ platform: text, mobile: fc.boolean(), brands: text }),
    })
    fc.assert(
      fc.property(headers, headers, (one, other) => {
        expect(parser(one) === parser(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  it('answers right for more User-Agents and languages than it remembers', () => {
    for (let version = 1; version <= 6_000; version += 1) {
      for (const language of ['fi', 'sv']) {
        const { facts } = parse(CHROME.replace('141', `${version}`), NO_HINTS, language)
        expect([facts.browserVersion, facts.language]).toEqual([`${version}`, language])
      }
    }
    expect(parse(CHROME).facts.browserVersion).toBe('141')
  })

  it('keeps no User-Agent', () => {
    const ua = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0 sentinel-7391'
    expect(JSON.stringify(parse(ua))).not.toContain('sentinel-7391')
  })
})
