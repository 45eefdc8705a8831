import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { METRIC_CATALOGUE } from '../../collector/core/metrics/catalogue.ts'
import { DIMENSION_CATALOGUE, definitionOf, GOAL_DIMENSION } from '../../collector/core/query/dimensions.ts'
import * as de from '../../dashboard/src/languages/de.ts'
import * as en from '../../dashboard/src/languages/en.ts'
import * as fi from '../../dashboard/src/languages/fi.ts'
import * as fr from '../../dashboard/src/languages/fr.ts'
import * as sv from '../../dashboard/src/languages/sv.ts'
import { LANGUAGES, type Language } from '../../dashboard/src/lib/language.ts'
import { SERVER_SENTENCES } from '../../dashboard/src/lib/server-sentences.ts'

type Sentence = string | ((...facts: unknown[]) => string)

const ROOT = join(import.meta.dirname, '..', '..')
const OTHERS = LANGUAGES.filter(language => language !== 'en')

/** A group of English that the catalogues of the API hold has only what people read of it. */
const METRIC_WORDS = Object.fromEntries(
  Object.entries(METRIC_CATALOGUE).map(([name, { label, definition }]) => [name, { label, definition }]),
)
const DIMENSION_WORDS = Object.fromEntries(
  [...Object.keys(DIMENSION_CATALOGUE), GOAL_DIMENSION].map(name => [
    name,
    { label: name === GOAL_DIMENSION ? definitionOf(name).label : labelOf(name) },
  ]),
)

const SENTENCES: Readonly<Record<Language, ReadonlyMap<string, Sentence>>> = {
  en: sentencesOf({
    ...en,
    METRIC_WORDS,
    DIMENSION_WORDS,
    SERVER_WORDS: Object.fromEntries(SERVER_SENTENCES.map(sentence => [sentence, sentence])),
  }),
  fi: sentencesOf(fi),
  sv: sentencesOf(sv),
  de: sentencesOf(de),
  fr: sentencesOf(fr),
}

/** Phrases that every language writes as English does, reviewed one by one: commands, and names that a tool has in English. */
const SAME_PHRASES = ['WORDS.setupLinkCommand', 'PLATFORM_WORDS.squarespace.where', 'PLATFORM_WORDS.gtm.name']

function labelOf(name: string): string {
  const found = Object.entries(DIMENSION_CATALOGUE).find(([dimension]) => dimension === name)
  return found?.[1].label ?? ''
}

/** Every sentence of a dictionary by its path. */
function sentencesOf(words: object, path = ''): Map<string, Sentence> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, Sentence][] => {
      const here = path === '' ? name : `${path}.${name}`
      if (typeof value === 'string' || typeof value === 'function') return [[here, value as Sentence]]
      return typeof value === 'object' && value !== null ? [...sentencesOf(value, here)] : []
    }),
  )
}

/** A sentence with a sign of its own in the place of each fact. */
function withSigns(sentence: Sentence): string {
  if (typeof sentence === 'string') return sentence
  return sentence(...Array.from({ length: sentence.length }, (_, index) => signOf(index)))
}

function signOf(index: number): string {
  return `⟦${index}⟧`
}

function factsIn(text: string): string[] {
  return [...new Set(text.match(/⟦\d⟧/g) ?? [])].sort()
}

/** A sentence when one of its facts is a count; numbers themselves are signs. */
function withCount(sentence: (...facts: unknown[]) => string, place: number, count: number): string {
  const facts = Array.from({ length: sentence.length }, (_, index) =>
    index === place ? count : signOf(index),
  )
  return sentence(...facts).replaceAll(/\d+/g, '#')
}

describe.each(LANGUAGES)('the dictionary in %s', language => {
  const own = SENTENCES[language]

  test('has every sentence of English, and no other', () => {
    expect([...own.keys()].sort()).toEqual([...SENTENCES.en.keys()].sort())
  })

  test('is told as many facts as English, and tells the same of them', () => {
    const wrong = [...own].filter(([path, sentence]) => {
      const english = SENTENCES.en.get(path) ?? ''
      return (
        typeof sentence !== typeof english ||
        (typeof sentence === 'function' && sentence.length !== english.length) ||
        factsIn(withSigns(sentence)).join() !== factsIn(withSigns(english)).join()
      )
    })
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('says something wherever English does, without blanks around it', () => {
    const wrong = [...own].filter(([path, sentence]) => {
      const text = withSigns(sentence)
      const isEmpty = text === ''
      return isEmpty !== (withSigns(SENTENCES.en.get(path) ?? '') === '') || text !== text.trim()
    })
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('follows the plurals of its language', () => {
    const rules = new Intl.PluralRules(own.get('LOCALE')?.toString())
    const wrong = [...own].flatMap(([path, sentence]) => {
      if (typeof sentence !== 'function') return []
      return Array.from({ length: sentence.length }, (_, place) => place)
        .filter(place => {
          const forms = new Map<string, string>()
          return [0, 1, 2, 5, 21].some(count => {
            const form = withCount(sentence, place, count)
            const category = rules.select(count)
            const known = forms.get(category) ?? form
            forms.set(category, known)
            return form !== known
          })
        })
        .map(place => `${path}, fact ${place}`)
    })
    expect(wrong).toEqual([])
  })

  test('has no straight quotation marks, no doubled blanks, and no sign of a forgotten word', () => {
    const wrong = [...own]
      .map(([path, sentence]) => [path, withSigns(sentence)] as const)
      .filter(([path]) => language !== 'en' || !path.startsWith('SERVER_WORDS'))
      .filter(([, text]) => /["']| {2}|TODO|undefined|\[object/.test(text))
    expect(wrong).toEqual([])
  })
})

describe.each(OTHERS)('the translation into %s', language => {
  const own = SENTENCES[language]

  test('leaves nothing in English but commands and names', () => {
    const same = [...own]
      .filter(([path, sentence]) => withSigns(sentence) === withSigns(SENTENCES.en.get(path) ?? ''))
      .filter(([, sentence]) => /\p{L}{2}\S*\s\S*\p{L}{2}/u.test(withSigns(sentence)))
    expect(same.map(([path]) => path)).toEqual(SAME_PHRASES)
  })

  test('keeps the numbers of what the server says', () => {
    const wrong = SERVER_SENTENCES.filter(sentence => {
      const text = withSigns(own.get(`SERVER_WORDS.${sentence}`) ?? '')
      return (text.match(/#/g) ?? []).length !== (sentence.match(/#/g) ?? []).length
    })
    expect(wrong).toEqual([])
  })
})

describe('the typography', () => {
  const textsOf = (language: Language) => [...SENTENCES[language].values()].map(withSigns)

  test('of French puts a narrow blank that does not break before : ; ! ? and inside « »', () => {
    expect(
      textsOf('fr').filter(text =>
        /[^\u202f/\w\d*:][;!?»](?=\s|$)|[^\u202f]:\s|[^\u202f]:$|«(?!\u202f)/.test(text),
      ),
    ).toEqual([])
  })

  test.each([
    { language: 'de', marks: /[”«»]|“(?=\p{L})|„[^“]*$/u, why: '„ opens and “ closes' },
    { language: 'fi', marks: /[“„«»]/, why: '” does both' },
    { language: 'sv', marks: /[“„«»]/, why: '” does both' },
    { language: 'fr', marks: /[“”„]/, why: '« » are used' },
  ] as const)('of $language: $why', ({ language, marks }) => {
    expect(textsOf(language).filter(text => marks.test(text))).toEqual([])
  })
})

describe('the sentences of the server', () => {
  test('are those in its sources', () => {
    const sources = readdirSync(join(ROOT, 'collector'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(join(ROOT, 'collector', name), 'utf8'))
      .join('\n')
    const plain = ['minute', 'minutes']
      .map(word => sources.replaceAll(/\$\{minutes === 1 [^}]*\}/g, word))
      .join('\n')
      .replaceAll(/\$\{[^}]*\}/g, '#')
    expect(SERVER_SENTENCES.filter(sentence => !plain.includes(sentence))).toEqual([])
  })
})
