import type { FactorNeededBody, ProofBody } from '../../../collector/http/contract.ts'
import { ApiError } from './api.ts'
import { type FormFaults, NO_FAULTS, toFormFaults } from './forms.ts'
import { showPasskey } from './passkey-ceremony.ts'

/** What somebody types and shows who signs in, or is about to change what signing in takes. */
export class Proof {
  password = $state('')
  code = $state('')
  faults = $state.raw<FormFaults>(NO_FAULTS)
  #isSending = $state(false)
  #isStale = $state(false)
  #needed = $state.raw<FactorNeededBody>()

  get isSending(): boolean {
    return this.#isSending
  }

  /** True when there was nothing to show, and it was too long ago that one has signed in. */
  get isStale(): boolean {
    return this.#isStale
  }

  /** How a second factor can be shown, once it is all that is asked for. */
  get needed(): FactorNeededBody | undefined {
    return this.#needed
  }

  /** Does what was asked for with the password and the code; true when it is done, else `faults` says why not. */
  send(work: (proof: ProofBody) => Promise<unknown>): Promise<boolean> {
    const code = this.code.trim()
    return this.#attempt(() => work({ password: this.password, ...(code !== '' && { code }) }))
  }

  /** The same with a passkey in place of the code. */
  sendWithPasskey(work: (proof: ProofBody) => Promise<unknown>): Promise<boolean> {
    const question = this.#needed?.passkey ?? null
    return this.#attempt(async () => {
      if (question === null) return
      await work({ password: this.password, passkey: await showPasskey(question) })
    })
  }

  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.#isSending = true
    this.#isStale = false
    try {
      await work()
      this.password = ''
      this.code = ''
      this.#needed = undefined
      this.faults = NO_FAULTS
      return true
    } catch (error) {
      this.#refused(error)
      return false
    } finally {
      this.#isSending = false
    }
  }

  #refused(error: unknown): void {
    const wasNeeded = this.#needed !== undefined
    this.faults = toFormFaults(error)
    // A passkey that was not shown can be asked for again.
    if (!(error instanceof ApiError)) return
    this.code = ''
    this.#isStale = error.status === 403
    this.#needed = error.needed
    if (error.needed === undefined) this.password = ''
    // All but the second factor was right; without one yet there is no fault to tell of.
    else if (!wasNeeded) this.faults = NO_FAULTS
  }
}
