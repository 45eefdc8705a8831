import { afterEach, describe, expect, test, vi } from 'vitest'

/** Loads a module anew as in a browser that asks for a language. */
async function inLanguage<Module>(language: string, load: () => Promise<Module>): Promise<Module> {
  vi.stubGlobal('navigator', { languages: [language] })
  vi.resetModules()
  return load()
}

/** With blanks of any width as plain ones: which one stands where is for each language's data to say. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}

afterEach(() => vi.unstubAllGlobals())

describe('formats', () => {
  test.each([
    {
      language: 'fi',
      count: '18 204',
      rate: '41,5 %',
      time: '2 min 41 s',
      hour: '14.00',
      change: '1 %-yks. parempi',
    },
    {
      language: 'sv',
      count: '18 204',
      rate: '41,5 %',
      time: '2 min 41 s',
      hour: '14:00',
      change: '1 p.e. bättre',
    },
    {
      language: 'de',
      count: '18.204',
      rate: '41,5 %',
      time: '2 min 41 s',
      hour: '14:00',
      change: '1 Pp. besser',
    },
    {
      language: 'fr',
      count: '18 204',
      rate: '41,5 %',
      time: '2 min 41 s',
      hour: '14:00',
      change: '1 pt meilleur',
    },
  ])('are those of $language', async ({ language, count, rate, time, hour, change }) => {
    const format = await inLanguage(language, () => import('../../dashboard/src/lib/format.ts'))
    expect(plain(format.formatMetric('visitors', 18_204))).toBe(count)
    expect(plain(format.formatMetric('bounce_rate', 41.5))).toBe(rate)
    expect(format.formatMetric('visit_duration', 161)).toBe(time)
    expect(format.formatHour(14)).toBe(hour)
    expect(format.formatChange('bounce_rate', -1).words).toBe(change)
  })
})

describe('names', () => {
  test('of countries and channels are the reader’s, and found by what is read', async () => {
    const names = await inLanguage('fi', () => import('../../dashboard/src/lib/names.ts'))
    expect(names.displayName('visit:country', 'SE')).toBe('Ruotsi')
    expect(names.displayName('visit:channel', 'Direct')).toBe('Suora')
    expect(names.displayName('visit:source', 'Direct / None')).toBe('Suora / ei tiedossa')
    expect(names.valuesNamed('visit:country', 'ruots')).toEqual(['SE'])
    expect(names.valuesNamed('visit:channel', 'suora')).toEqual(['Direct'])
  })
})

describe('toOwnWords', () => {
  const load = () => import('../../dashboard/src/lib/server-sentences.ts')

  test.each([
    { said: 'This is not your password.', words: 'Das ist nicht Ihr Passwort.', why: 'a known sentence' },
    {
      said: 'Too many wrong tries. Wait 12 minutes and try again.',
      words: 'Zu viele falsche Versuche. Warten Sie 12 Minuten und versuchen Sie es erneut.',
      why: 'its number is kept',
    },
    {
      said: 'must be a day, such as 2026-11-24',
      words: 'Ein Tag hat die Form 2026-11-24.',
      why: 'no number',
    },
    { said: 'The moon is full.', words: 'The moon is full.', why: 'nobody put it into German' },
    { said: 'constructor', words: 'constructor', why: 'nor this' },
  ])('says $words: $why', async ({ said, words }) => {
    const { toOwnWords } = await inLanguage('de', load)
    expect(toOwnWords(said)).toBe(words)
  })

  test('leaves English as it is', async () => {
    const { toOwnWords } = await inLanguage('en', load)
    expect(toOwnWords('This is not your password.')).toBe('This is not your password.')
  })
})
