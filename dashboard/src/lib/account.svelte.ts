import type { ProviderBody, SiteBody } from '../../../collector/http/contract.ts'
import { onSignedOut, readSession, signOut } from './api.ts'
import { WORDS } from './wording.ts'

type State = 'loading' | 'anonymous' | 'signed-in' | 'unreachable'

/** Who uses this page, and the sites they may see. */
export class Account {
  #state = $state<State>('loading')
  #email = $state('')
  #isOperator = $state(false)
  #needsSecondFactor = $state(false)
  #sites = $state.raw<readonly SiteBody[]>([])
  #setupNeeded = $state(false)
  #canMail = $state(false)
  #provider = $state.raw<ProviderBody | null>(null)
  #passkeyOrigin = $state<string | null>(null)
  #wasSignedIn = $state(false)
  #error = $state('')

  constructor() {
    // The session may be over, or only a site be gone; the collector knows which.
    onSignedOut(() => {
      if (this.#state === 'signed-in') void this.load()
    })
  }

  get state(): State {
    return this.#state
  }

  get email(): string {
    return this.#email
  }

  /** True for whoever runs this installation and may add sites. */
  get isOperator(): boolean {
    return this.#isOperator
  }

  /** True while nothing else can be done than to add a second factor. */
  get needsSecondFactor(): boolean {
    return this.#needsSecondFactor
  }

  get sites(): readonly SiteBody[] {
    return this.#sites
  }

  /** True until the first user exists. */
  get setupNeeded(): boolean {
    return this.#setupNeeded
  }

  /** True where a link goes by letter to who forgot the password; known once nobody is signed in. */
  get canMail(): boolean {
    return this.#canMail
  }

  /** Whom one can sign in with besides; known once nobody is signed in. */
  get provider(): ProviderBody | null {
    return this.#provider
  }

  /** Where passkeys sign in; null: nowhere. Known once nobody is signed in. */
  get passkeyOrigin(): string | null {
    return this.#passkeyOrigin
  }

  /** True when a session ended while the page was open. */
  get wasSignedIn(): boolean {
    return this.#wasSignedIn
  }

  /** Why the state is `unreachable`, in words. */
  get error(): string {
    return this.#error
  }

  /** Asks the collector who is signed in, and for which sites. Never throws. */
  async load(): Promise<void> {
    try {
      const session = await readSession()
      if ('user' in session) {
        this.#email = session.user.email
        this.#isOperator = session.user.is_operator
        this.#needsSecondFactor = session.user.needs_second_factor
        this.#sites = session.sites
        this.#setupNeeded = false
        this.#wasSignedIn = false
        this.#state = 'signed-in'
      } else {
        this.#setupNeeded = session.setup_needed
        this.#canMail = session.can_mail
        this.#provider = session.provider
        this.#passkeyOrigin = session.passkey_origin
        // Several answers may say so at once; only the first one finds somebody signed in.
        this.#wasSignedIn ||= this.#state === 'signed-in'
        this.#state = 'anonymous'
      }
    } catch (error) {
      this.#error = error instanceof Error ? error.message : WORDS.failed
      this.#state = 'unreachable'
    }
  }

  /** Ends the session. Throws `ApiError` when the collector does not answer: the session would still be open. */
  async leave(): Promise<void> {
    await signOut()
    this.#state = 'anonymous'
    this.#wasSignedIn = false
    this.#sites = []
    this.#email = ''
    // What the sign-in screen can offer.
    await this.load()
  }

  /** Takes a site in place of the one that had this domain. */
  replaceSite(domain: string, site: SiteBody): void {
    this.#sites = this.#sites.map(one => (one.domain === domain ? site : one))
  }

  /** Takes a site off the list that was just deleted. */
  dropSite(domain: string): void {
    this.#sites = this.#sites.filter(one => one.domain !== domain)
  }

  /** Takes a site into the list that was just added. */
  addSite(site: SiteBody): void {
    this.#sites = [...this.#sites.filter(one => one.domain !== site.domain), site]
  }
}
