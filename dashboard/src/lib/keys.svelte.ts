import type { KeyBody, KeysBody, MakeKeyBody } from '../../../collector/http/contract.ts'
import { makeKey, readKeys, revokeKey } from './api.ts'
import { WORDS } from './wording.ts'

/** Keys of programs for a site, as the collector knows them. */
export class Keys {
  readonly #domain: string
  #body = $state.raw<KeysBody>()
  #trouble = $state('')
  #made = $state('')

  constructor(domain: string) {
    this.#domain = domain
  }

  /** Undefined until the collector has answered. */
  get keys(): readonly KeyBody[] | undefined {
    return this.#body?.keys
  }

  /** Why the last thing did not work, in words; empty when it did. */
  get trouble(): string {
    return this.#trouble
  }

  /** The key that was just made: it can be shown this once. Empty: none was. */
  get made(): string {
    return this.#made
  }

  load(): Promise<void> {
    return this.#take(() => readKeys(this.#domain))
  }

  revoke({ id }: KeyBody): Promise<void> {
    if (this.#made.startsWith(id)) this.#made = ''
    return this.#take(() => revokeKey(this.#domain, id))
  }

  /** Throws `ApiError` for what was typed. */
  async make(wishes: MakeKeyBody): Promise<void> {
    const { key } = await makeKey(this.#domain, wishes)
    this.#made = key
    await this.load()
  }

  async #take(work: () => Promise<KeysBody>): Promise<void> {
    try {
      this.#body = await work()
      this.#trouble = ''
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }
}
