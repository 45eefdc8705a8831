import type { Language } from './language.ts'

/** Each language's words are a file of their own, and only the one in use is fetched. */
export const LANGUAGE_FILES = {
  en: () => import('../languages/en.ts'),
  fi: () => import('../languages/fi.ts'),
  sv: () => import('../languages/sv.ts'),
  de: () => import('../languages/de.ts'),
  fr: () => import('../languages/fr.ts'),
} satisfies Record<Language, () => Promise<unknown>>
