import { describe, expect, it } from 'vitest'
import { NO_HINTS } from '../../../collector/core/client/client-hints.ts'
import { openClientParser } from '../../../collector/ingest/client-parser.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const BRAVE = { ...NO_HINTS, brands: '"Brave";v="141", "Not/A)Brand";v="8", "Chromium";v="141"' }

describe('openClientParser', () => {
  const parse = openClientParser()

  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
    ['curl/8.5.0', true],
    ['', true],
    [CHROME, false],
  ])('tells programs from people: %s', (ua, isBot) => {
    expect(parse(ua).bot !== undefined).toBe(isBot)
  })

  it('gives the same object for the same headers', () => {
    expect(parse(CHROME)).toBe(parse(CHROME))
    expect(parse(CHROME).facts(NO_HINTS, 'fi')).toBe(parse(CHROME).facts({ ...NO_HINTS }, 'fi-FI,en;q=0.5'))
  })

  it('gives the same object for hints that say the same in other words', () => {
    const other = { ...BRAVE, brands: '"Not A(Brand";v="24", "Chromium";v="141", "Brave";v="141"' }
    expect(parse(CHROME).facts(other, 'fi')).toBe(parse(CHROME).facts(BRAVE, 'fi'))
  })

  it('tells browsers apart that only their brands do', () => {
    expect(parse(CHROME).facts(NO_HINTS, '').browser).toBe('Chrome')
    expect(parse(CHROME).facts(BRAVE, '').browser).toBe('Brave')
  })

  it('takes hints without brands', () => {
    expect(parse(CHROME).facts({ platform: 'Windows', mobile: false }, 'fi')).toEqual({
      browser: 'Chrome',
      browserVersion: '141',
      os: 'Windows',
      osVersion: '10+',
      device: 'Desktop',
      language: 'fi',
    })
  })

  it('answers right for more User-Agents than it remembers', () => {
    for (let version = 1; version <= 6_000; version += 1) {
      const facts = parse(CHROME.replace('141', `${version}`)).facts(NO_HINTS, '')
      expect(facts.browserVersion).toBe(`${version}`)
    }
    expect(parse(CHROME).facts(NO_HINTS, '').browserVersion).toBe('141')
  })

  it('keeps no User-Agent', () => {
    const ua = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0 sentinel-7391'
    expect(JSON.stringify(parse(ua))).not.toContain('sentinel-7391')
  })
})
