import { describe, expect, it } from 'vitest'
import { primaryLanguage } from '../../../collector/core/client/language.ts'
import { openClientParser } from '../../../collector/ingest/client-parser.ts'

const parse = openClientParser()
const NO_HINTS = { platform: '', mobile: false }

const CASES = [
  {
    why: 'Chrome on Windows',
    ua: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    facts: { browser: 'Chrome', browserVersion: '141', os: 'Windows', osVersion: '10', device: 'Desktop' },
  },
  {
    why: 'Safari on iPhone',
    ua: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    facts: { browser: 'Safari', browserVersion: '18', os: 'iOS', osVersion: '18', device: 'Mobile' },
  },
  {
    why: 'Safari on macOS counts 10.15 by two numbers',
    ua: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    facts: { browser: 'Safari', browserVersion: '18', os: 'macOS', osVersion: '10.15', device: 'Desktop' },
  },
  {
    why: 'Firefox on Linux',
    ua: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    facts: { browser: 'Firefox', browserVersion: '143', os: 'Linux', osVersion: '', device: 'Desktop' },
  },
  {
    why: 'Chrome on Android is Chrome',
    ua: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
    facts: { browser: 'Chrome', browserVersion: '141', os: 'Android', osVersion: '10', device: 'Mobile' },
  },
  {
    why: 'Samsung Internet',
    ua: 'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    facts: {
      browser: 'Samsung Internet',
      browserVersion: '28',
      os: 'Android',
      osVersion: '14',
      device: 'Mobile',
    },
  },
  {
    why: 'iPad',
    ua: 'Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1',
    facts: { browser: 'Safari', browserVersion: '17', os: 'iOS', osVersion: '17', device: 'Tablet' },
  },
  {
    why: 'Edge',
    ua: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    facts: { browser: 'Edge', browserVersion: '141', os: 'Windows', osVersion: '10', device: 'Desktop' },
  },
]

describe('ParsedClient', () => {
  it.each(CASES)('names $why', ({ ua, facts }) => {
    expect(parse(ua).facts(NO_HINTS, 'fi-FI,fi;q=0.9')).toEqual({ ...facts, language: 'fi' })
  })

  it('believes the mobile hint when the User-Agent names no device', () => {
    const ua =
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
    expect(parse(ua).facts({ platform: 'Android', mobile: true }, '').device).toBe('Mobile')
  })

  it('leaves unknown facts empty', () => {
    expect(parse('what is this').facts(NO_HINTS, '')).toEqual({
      browser: '',
      browserVersion: '',
      os: '',
      osVersion: '',
      device: '',
      language: '',
    })
  })
})

describe('openClientParser', () => {
  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
    ['curl/8.5.0', true],
    ['', true],
    [CASES[0]?.ua ?? '', false],
  ])('tells programs from people: %s', (ua, isBot) => {
    expect(parse(ua).bot !== undefined).toBe(isBot)
  })

  it('keeps no User-Agent', () => {
    const ua = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0 sentinel-7391'
    expect(JSON.stringify(parse(ua))).not.toContain('sentinel-7391')
  })
})

describe('primaryLanguage', () => {
  it.each([
    ['fi-FI,fi;q=0.9,en;q=0.8', 'fi'],
    ['en-US', 'en'],
    ['sv;q=0.5', 'sv'],
    ['*', ''],
    ['', ''],
    ['<script>', ''],
  ])('%s is %s', (header, language) => {
    expect(primaryLanguage(header)).toBe(language)
  })
})
