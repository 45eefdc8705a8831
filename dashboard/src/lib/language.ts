import { ownStorage, type PreferenceStorage } from './preference-storage.ts'

/** Languages of the dashboard, by their BCP 47 tags; adding one is its name here and a file in languages/. */
export const LANGUAGES = ['en', 'fi', 'sv', 'de', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fi: 'Suomi',
  sv: 'Svenska',
  de: 'Deutsch',
  fr: 'Français',
}

const KEY = 'hanki.language'

/** What somebody chose on this device, else the first of the `wanted` tags that there is a dictionary for, else English. */
export function chosenLanguage(storage: PreferenceStorage, wanted: readonly string[]): Language {
  const kept = storage.getItem(KEY)
  const tags = kept === null ? wanted : [kept, ...wanted]
  const found = tags.map(tag => LANGUAGES.find(one => one === tag.toLowerCase().split('-')[0]))
  return found.find(one => one !== undefined) ?? 'en'
}

/** The language of the page; another one comes with another load of it. */
export const LANGUAGE = chosenLanguage(ownStorage(), globalThis.navigator?.languages ?? [])

/** Remembers a language on this device and shows the same address in it. */
export function switchLanguage(language: Language, storage: PreferenceStorage = ownStorage()): void {
  storage.setItem(KEY, language)
  location.reload()
}
