import type { Role } from '../../../collector/core/access/roles.ts'
import type { InvitationBody, PeopleBody, PersonBody } from '../../../collector/http/contract.ts'
import { changeRole, invite, readPeople, removePerson, takeBackInvitation } from './api.ts'
import { at } from './base-path.ts'
import { WORDS } from './wording.ts'

/** The link of an invitation. */
interface NewLink {
  readonly email: string
  readonly href: string
  /** True when a letter with it is on its way. */
  readonly isMailed: boolean
}

/** Who may do what with a site, as the collector knows it. */
export class People {
  readonly #domain: string
  #body = $state.raw<PeopleBody>()
  #trouble = $state('')
  #newLink = $state.raw<NewLink>()

  constructor(domain: string) {
    this.#domain = domain
  }

  /** Undefined until the collector has answered. */
  get people(): readonly PersonBody[] | undefined {
    return this.#body?.people
  }

  get invitations(): readonly InvitationBody[] {
    return this.#body?.invitations ?? []
  }

  /** Why the last thing did not work, in words; empty when it did. */
  get trouble(): string {
    return this.#trouble
  }

  /** The link of the invitation that was just made: it can be shown this once. */
  get newLink(): NewLink | undefined {
    return this.#newLink
  }

  load(): Promise<void> {
    return this.#take(() => readPeople(this.#domain))
  }

  changeRole({ id }: PersonBody, role: Role): Promise<void> {
    return this.#take(() => changeRole(this.#domain, id, role))
  }

  remove({ id }: PersonBody): Promise<void> {
    return this.#take(() => removePerson(this.#domain, id))
  }

  takeBack({ id, email }: InvitationBody): Promise<void> {
    if (this.#newLink?.email === email) this.#newLink = undefined
    return this.#take(() => takeBackInvitation(this.#domain, id))
  }

  /** Throws `ApiError` for what was typed. */
  async invite(email: string, role: Role): Promise<void> {
    const { invitation, token, mailed } = await invite(this.#domain, { email, role })
    const href = `${location.origin}${at('/invitation')}#${token}`
    this.#newLink = { email: invitation.email, href, isMailed: mailed }
    await this.load()
  }

  async #take(work: () => Promise<PeopleBody>): Promise<void> {
    try {
      this.#body = await work()
      this.#trouble = ''
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }
}
