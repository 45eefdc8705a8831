import { describe, expect, it } from 'vitest'
import * as fi from '../../dashboard/src/languages/fi.ts'
import { toOwnWords } from '../../dashboard/src/lib/server-sentences.ts'

describe('toOwnWords', () => {
  it.each([
    { said: 'The site has no such funnel.', own: 'Suppiloa ei enää ole.', why: 'a sentence as it is' },
    {
      said: 'A site may have 50 funnels. Remove one first.',
      own: 'Sivustolla voi olla 50 suppiloa. Poista ensin yksi.',
      why: 'a number',
    },
    {
      said: 'must begin with "/", such as /orders/*/pay',
      own: 'ei ala merkillä ”/”, kuten /orders/*/pay.',
      why: 'a quotation that is always the same',
    },
    {
      said: 'The funnel "3 steps to "$&" #1" has this goal as a step. Change the funnel first.',
      own: 'Tavoite on vaiheena suppilossa ”3 steps to "$&" #1”. Muuta ensin suppiloa.',
      why: 'a name of any characters',
    },
    {
      said: '"https://example.com/a1" is more than an origin. Write "https://example.com".',
      own: '”https://example.com/a1” on liian pitkä. Kirjoita ”https://example.com”.',
      why: 'an entry that it begins with',
    },
    { said: '"a" is "b" 7 times', own: '"a" is "b" 7 times', why: 'nothing that is known' },
    { said: 'toString', own: 'toString', why: 'nothing that only objects know' },
  ])('says $own for $said: $why', ({ said, own }) => {
    expect(toOwnWords(said, fi)).toBe(own)
  })

  it('leaves English as it comes', () => {
    expect(toOwnWords('A site may have 50 funnels. Remove one first.')).toBe(
      'A site may have 50 funnels. Remove one first.',
    )
  })
})
