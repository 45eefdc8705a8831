import type { SecondFactorBody } from '../../../collector/http/contract.ts'
import type { Account } from './account.svelte.ts'
import { readSecondFactor } from './api.ts'
import { WORDS } from './wording.ts'

/** What the user signs in with besides the password, as the collector knows it. */
export class Factors {
  readonly #account: Account
  #body = $state.raw<SecondFactorBody>()
  #trouble = $state('')

  constructor(account: Account) {
    this.#account = account
  }

  /** Undefined until the collector has answered. */
  get body(): SecondFactorBody | undefined {
    return this.#body
  }

  /** Why it could not be asked for, in words; empty when it could. */
  get trouble(): string {
    return this.#trouble
  }

  /** Asks for it. Never throws. */
  async load(): Promise<void> {
    try {
      this.#body = await readSecondFactor()
      this.#trouble = ''
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }

  /** After a change: asks for it again, and whether anything else may be seen now. Never throws. */
  async changed(): Promise<void> {
    await this.load()
    await this.#account.load()
  }
}
