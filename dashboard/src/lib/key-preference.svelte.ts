import { ownStorage, type PreferenceStorage } from './preference-storage.ts'

const KEY = 'hanki.keys'

/**
 * Whether single keys do something: who speaks to the browser or presses keys by accident can switch them off. Remembered on
 * the device, once somebody does.
 */
export class KeyPreference {
  #isOn = $state(true)
  readonly #storage: PreferenceStorage

  constructor(storage: PreferenceStorage) {
    this.#storage = storage
    this.#isOn = storage.getItem(KEY) !== 'off'
  }

  get isOn(): boolean {
    return this.#isOn
  }

  choose(isOn: boolean): void {
    this.#isOn = isOn
    if (isOn) this.#storage.removeItem(KEY)
    else this.#storage.setItem(KEY, 'off')
  }
}

/** The one preference of the page. */
export const keyPreference = new KeyPreference(ownStorage())
