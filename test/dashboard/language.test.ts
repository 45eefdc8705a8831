import { describe, expect, test } from 'vitest'
import { chosenLanguage } from '../../dashboard/src/lib/language.ts'
import type { PreferenceStorage } from '../../dashboard/src/lib/preference-storage.ts'

function storageWith(kept: string | null): PreferenceStorage {
  return { getItem: () => kept, setItem: () => undefined, removeItem: () => undefined }
}

describe('chosenLanguage', () => {
  test.each([
    { kept: null, wanted: ['pt', 'sv-FI', 'fi'], chosen: 'sv', why: 'the first that there is' },
    { kept: null, wanted: ['DE-at'], chosen: 'de', why: 'a region does not matter, nor does case' },
    { kept: null, wanted: ['fil', 'pt'], chosen: 'en', why: 'nothing fits, and Filipino is not Finnish' },
    { kept: null, wanted: [], chosen: 'en', why: 'the browser says nothing' },
    { kept: 'fr', wanted: ['fi'], chosen: 'fr', why: 'a choice goes before the browser' },
    { kept: 'tlh', wanted: ['fi'], chosen: 'fi', why: 'what is kept is no language of the dashboard' },
  ])('takes $chosen when $kept is kept and $wanted are wanted: $why', ({ kept, wanted, chosen }) => {
    expect(chosenLanguage(storageWith(kept), wanted)).toBe(chosen)
  })
})
