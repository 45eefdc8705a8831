import type { Role } from '../core/access/roles.ts'
import { inWords, type Letter, onOneLine, writeLetter } from './letter.ts'

export interface InvitationFacts {
  /** Where browsers reach Hanki. */
  readonly address: string
  /** Who is invited. */
  readonly email: string
  /** E-mail address of who invites. */
  readonly inviter: string
  /** Domain of the site. */
  readonly site: string
  readonly role: Role
  readonly token: string
  readonly expiresAtSeconds: number
}

/** Invites somebody to a site. */
export function invitationLetter(facts: InvitationFacts): Letter {
  const { address, email, role, token } = facts
  const site = onOneLine(facts.site)
  return writeLetter(email, `You are invited to the statistics of ${site}`, address, [
    `${onOneLine(facts.inviter)} invites you to the statistics of ${site}, as ${role}.`,
    `Open this link to join. It works once, until ${inWords(facts.expiresAtSeconds)}:`,
    `${address}/invitation#${token}`,
    'If you did not expect this letter, do nothing. Without the link nothing happens.',
  ])
}
