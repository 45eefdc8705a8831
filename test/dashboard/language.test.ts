import { describe, expect, test } from 'vitest'
import { chosenLanguage } from '../../dashboard/src/lib/language.ts'
import type { PreferenceStorage } from '../../dashboard/src/lib/preference-storage.ts'

function storageWith(kept: string | null): PreferenceStorage {
  return { getItem: () => kept, setItem: () => undefined, removeItem: () => undefined }
}

describe('chosenLanguage', () => {
  test.each([
    { kept: null, wanted: ['pt', 'en-US'], chosen: 'en', why: 'the first that there is' },
    { kept: null, wanted: ['EN-gb'], chosen: 'en', why: 'a region does not matter, nor does case' },
    { kept: null, wanted: ['pt'], chosen: 'en', why: 'nothing fits' },
    { kept: null, wanted: [], chosen: 'en', why: 'the browser says nothing' },
    { kept: 'tlh', wanted: [], chosen: 'en', why: 'what is kept is no language of the dashboard' },
  ])('takes $chosen when $kept is kept and $wanted are wanted: $why', ({ kept, wanted, chosen }) => {
    expect(chosenLanguage(storageWith(kept), wanted)).toBe(chosen)
  })
})
