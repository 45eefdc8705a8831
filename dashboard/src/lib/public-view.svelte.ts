import type { PublicViewBody, PublicViewWishesBody } from '../../../collector/http/contract.ts'
import { makePrivate, makePublic, readPublicView } from './api.ts'
import { at } from './base-path.ts'
import { toFrame } from './embedding.ts'
import { WORDS } from './wording.ts'

/** Whether anybody may look at a site, as the collector knows it. */
export class PublicView {
  readonly #domain: string
  #body = $state.raw<PublicViewBody>()
  #trouble = $state('')

  constructor(domain: string) {
    this.#domain = domain
  }

  /** Undefined until the collector has answered. */
  get body(): PublicViewBody | undefined {
    return this.#body
  }

  /** Why the last thing did not work, in words; empty when it did. */
  get trouble(): string {
    return this.#trouble
  }

  /** Where anybody sees it. */
  get address(): string {
    return `${location.origin}${at(`/share/${this.#domain}`)}`
  }

  /** The code that shows it in a page of somebody else's. */
  get frame(): string {
    return toFrame(
      `${location.origin}${at(`/embed/${this.#domain}`)}?theme=auto`,
      WORDS.frameTitle(this.#domain),
    )
  }

  load(): Promise<void> {
    return this.#take(() => readPublicView(this.#domain))
  }

  end(): Promise<void> {
    return this.#take(() => makePrivate(this.#domain))
  }

  /** Throws `ApiError` for what was typed. */
  async make(wishes: PublicViewWishesBody): Promise<void> {
    this.#body = await makePublic(this.#domain, wishes)
    this.#trouble = ''
  }

  async #take(work: () => Promise<PublicViewBody>): Promise<void> {
    try {
      this.#body = await work()
      this.#trouble = ''
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }
}
