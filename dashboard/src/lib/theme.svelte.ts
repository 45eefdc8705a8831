import { ownStorage, type PreferenceStorage } from './preference-storage.ts'

/** What people may choose; `system` follows the device. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'hanki.theme'

/** The dashboard's theme: remembered on this device once somebody chooses. */
export class Theme {
  #choice = $state<ThemeChoice>('system')
  #systemIsDark = $state(false)
  readonly #storage: PreferenceStorage

  constructor(storage: PreferenceStorage) {
    this.#storage = storage
    const kept = storage.getItem(KEY)
    this.#choice = THEME_CHOICES.find(one => one === kept) ?? 'system'
  }

  get choice(): ThemeChoice {
    return this.#choice
  }

  /** The theme on the screen. */
  get shown(): 'light' | 'dark' {
    if (this.#choice !== 'system') return this.#choice
    return this.#systemIsDark ? 'dark' : 'light'
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice
    if (choice === 'system') this.#storage.removeItem(KEY)
    else this.#storage.setItem(KEY, choice)
    this.#apply()
  }

  /** Applies the theme to the page and keeps following the system. Call once. */
  follow(): void {
    const system = matchMedia('(prefers-color-scheme: dark)')
    const read = () => {
      this.#systemIsDark = system.matches
      this.#apply()
    }
    system.addEventListener('change', read)
    read()
  }

  #apply(): void {
    document.documentElement.dataset['theme'] = this.shown
  }
}

/** The theme that `?theme=` of a frame's address asks for: `light`, `dark`, or else, as with `auto`, the device's. */
export function toTheme(search: string): ThemeChoice {
  const wanted = new URLSearchParams(search).get('theme')
  return THEME_CHOICES.find(one => one === wanted) ?? 'system'
}

/** The one theme of the page. */
export const theme = new Theme(ownStorage())
