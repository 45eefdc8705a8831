import type { MarksBody } from '../../../collector/http/contract.ts'
import { readMarks } from './api.ts'

const NO_MARKS: MarksBody = { key_restarted: [], away: [] }

/** When the counting of a site was disturbed. */
export class Marks {
  readonly #domain: string
  #body = $state.raw(NO_MARKS)

  constructor(domain: string) {
    this.#domain = domain
  }

  /** Without any until they are known. */
  get body(): MarksBody {
    return this.#body
  }

  /** Asks for them. What cannot be read is not shown: the numbers matter more. */
  async load(): Promise<void> {
    this.#body = await readMarks(this.#domain).catch(() => this.#body)
  }
}
