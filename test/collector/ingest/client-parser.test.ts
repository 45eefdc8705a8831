import { describe, expect, it } from 'vitest'
import { NO_HINTS } from '../../../collector/core/client/client-facts.ts'
import { primaryLanguage } from '../../../collector/core/client/language.ts'
import { openClientParser } from '../../../collector/ingest/client-parser.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'

describe('openClientParser', () => {
  it('gives the same object for the same facts, so that a million events hold a few', () => {
    const parse = openClientParser()
    expect(parse(FIREFOX)).toBe(parse(FIREFOX))
    expect(parse(FIREFOX).facts(NO_HINTS, 'fi')).toBe(parse(FIREFOX).facts({ ...NO_HINTS }, 'fi'))
    expect(parse(FIREFOX).facts(NO_HINTS, 'sv')).toMatchObject({ language: 'sv' })
  })

  it('tells bots from people, and forgets the User-Agent', () => {
    const parse = openClientParser()
    expect(parse('curl/8.5.0').bot?.name).toBe('curl')
    expect(parse('').bot).toBeDefined()
    expect(parse(FIREFOX).bot).toBeUndefined()
    expect(JSON.stringify(parse(`${FIREFOX} mark7391`).facts(NO_HINTS, ''))).not.toContain('mark')
  })

  it('forgets the least used of very many', () => {
    const parse = openClientParser()
    const first = parse(FIREFOX)
    for (let version = 0; version < 6_000; version++) parse(`Nothing/${version}`)
    expect(parse(FIREFOX)).not.toBe(first)
    expect(parse(FIREFOX).facts(NO_HINTS, '')).toEqual(first.facts(NO_HINTS, ''))
  })
})

describe('primaryLanguage', () => {
  it.each([
    ['fi-FI,fi;q=0.9,en;q=0.8', 'fi'],
    ['sv', 'sv'],
    ['', ''],
    ['*', ''],
  ])('of %j is %j', (header, language) => {
    expect(primaryLanguage(header)).toBe(language)
  })
})
