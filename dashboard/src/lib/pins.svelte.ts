import { ownStorage, type PreferenceStorage } from './preference-storage.ts'

const KEY = 'hanki.pinned-sites'

/** The sites that somebody wants to see first; remembered on this device, only while there are any. */
export class Pins {
  #domains = $state.raw<readonly string[]>([])
  readonly #storage: PreferenceStorage

  constructor(storage: PreferenceStorage) {
    this.#storage = storage
    this.#domains = parsePins(storage.getItem(KEY))
  }

  has(domain: string): boolean {
    return this.#domains.includes(domain)
  }

  /** Pins a site, or lets it go. */
  toggle(domain: string): void {
    const others = this.#domains.filter(one => one !== domain)
    this.#domains = this.has(domain) ? others : [...others, domain]
    if (this.#domains.length === 0) this.#storage.removeItem(KEY)
    else this.#storage.setItem(KEY, JSON.stringify(this.#domains))
  }
}

/** The one set of pins of the page. */
export const pins = new Pins(ownStorage())

function parsePins(text: string | null): readonly string[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(one => typeof one === 'string') : []
  } catch {
    // Somebody else's text under our name: as if nothing were pinned.
    return []
  }
}
