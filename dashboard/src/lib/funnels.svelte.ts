import type { FunnelBody } from '../../../collector/core/funnels/site-funnels.ts'
import type { FunnelsBody, StoredFunnelBody } from '../../../collector/http/contract.ts'
import { readFunnels, removeFunnel, saveFunnel } from './api.ts'
import { WORDS } from './wording.ts'

/** The funnels of a site, as the collector knows them. */
export class Funnels {
  readonly #domain: string
  #list = $state.raw<readonly StoredFunnelBody[]>()
  #trouble = $state('')

  constructor(domain: string) {
    this.#domain = domain
  }

  /** In the order in which they were added; undefined until the collector has answered. */
  get list(): readonly StoredFunnelBody[] | undefined {
    return this.#list
  }

  /** Why the list could not be read, or a funnel not be removed, in words; empty when it could. */
  get trouble(): string {
    return this.#trouble
  }

  load(): Promise<void> {
    return this.#try(() => readFunnels(this.#domain))
  }

  remove(id: number): Promise<void> {
    return this.#try(() => removeFunnel(this.#domain, id))
  }

  /** Adds a funnel, or changes the one of this id. Throws `ApiError` for what was typed. */
  async save(funnel: FunnelBody, id: number | undefined): Promise<void> {
    this.#take(await saveFunnel(this.#domain, funnel, id))
  }

  async #try(work: () => Promise<FunnelsBody>): Promise<void> {
    try {
      this.#take(await work())
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }

  #take({ funnels }: FunnelsBody): void {
    this.#list = funnels
    this.#trouble = ''
  }
}
