import type { MakeShareLinkBody, ShareLinkBody, ShareLinksBody } from '../../../collector/http/contract.ts'
import { makeShareLink, readShareLinks, revokeShareLink } from './api.ts'
import { at } from './base-path.ts'
import { toFrame } from './embedding.ts'
import { WORDS } from './wording.ts'

/** Links that let anybody look at a site, as the collector knows them. */
export class ShareLinks {
  readonly #domain: string
  #body = $state.raw<ShareLinksBody>()
  #trouble = $state('')
  #token = $state('')
  #isFramed = $state(false)

  constructor(domain: string) {
    this.#domain = domain
  }

  /** Undefined until the collector has answered. */
  get links(): readonly ShareLinkBody[] | undefined {
    return this.#body?.share_links
  }

  /** Why the last thing did not work, in words; empty when it did. */
  get trouble(): string {
    return this.#trouble
  }

  /** The link that was just made: it can be shown this once. Empty: none was. */
  get made(): string {
    return this.#token === '' ? '' : `${location.origin}${at('/share')}#${this.#token}`
  }

  /** The code that shows that link in a page of somebody else's; empty where nobody's page may. */
  get frame(): string {
    if (this.#token === '' || !this.#isFramed) return ''
    const name = this.links?.find(({ id }) => this.#token.startsWith(id))?.id ?? ''
    const address = `${location.origin}${at(`/embed/${name}`)}?theme=auto#${this.#token}`
    return toFrame(address, WORDS.frameTitle(this.#domain))
  }

  load(): Promise<void> {
    return this.#take(() => readShareLinks(this.#domain))
  }

  revoke({ id }: ShareLinkBody): Promise<void> {
    if (this.#token.startsWith(id)) this.#token = ''
    return this.#take(() => revokeShareLink(this.#domain, id))
  }

  /** Throws `ApiError` for what was typed. */
  async make(wishes: MakeShareLinkBody): Promise<void> {
    const { token, origins } = await makeShareLink(this.#domain, wishes)
    this.#token = token
    this.#isFramed = origins.length > 0
    await this.load()
  }

  async #take(work: () => Promise<ShareLinksBody>): Promise<void> {
    try {
      this.#body = await work()
      this.#trouble = ''
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }
}
