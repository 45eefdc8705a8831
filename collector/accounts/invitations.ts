import { mayGive, parseRole, type Role } from '../core/access/roles.ts'
import type { Invitation, Site, User } from '../core/ports.ts'
import type { Checked } from './checked.ts'
import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import { hashPassword, parsePassword } from './passwords.ts'
import { randomToken, tokenHash } from './tokens.ts'
import { newUser } from './users.ts'

/** How long an invitation is valid. */
export const INVITATION_SECONDS = 7 * 24 * 3_600

export interface InvitationDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** What an inviting person typed. */
export interface InvitationInput {
  readonly email: unknown
  readonly role: unknown
}

export type NewInvitationResult =
  /** `token` is for the fragment of `/invitation#TOKEN`, and stored nowhere else. */
  | { readonly status: 'new'; readonly token: string; readonly invitation: Invitation }
  /** Message per field. */
  | { readonly status: 'invalid'; readonly errors: Readonly<Record<string, string>> }

/** Makes an invitation to a site, which is good once it is added. */
export function newInvitation(
  { directory, nowSeconds }: InvitationDeps,
  site: Site,
  inviter: User,
  input: InvitationInput,
): NewInvitationResult {
  const email = parseEmail(input.email)
  const role = roleToGive(directory.roleOf(inviter, site), input.role)
  const isMember = email.ok && directory.membersOf(site).some(({ user }) => user.email === email.value)
  if (!email.ok || !role.ok || isMember) {
    return {
      status: 'invalid',
      errors: {
        ...(email.ok ? {} : { email: email.error }),
        ...(isMember ? { email: 'This person is a member already. Change the role in the list.' } : {}),
        ...(role.ok ? {} : { role: role.error }),
      },
    }
  }
  const token = randomToken()
  const invitation: Invitation = {
    tokenHash: tokenHash(token),
    siteId: site.id,
    email: email.value,
    role: role.value,
    invitedBy: inviter.id,
    createdAtSeconds: nowSeconds(),
    expiresAtSeconds: nowSeconds() + INVITATION_SECONDS,
  }
  return { status: 'new', token, invitation }
}

/** A role that somebody of another role may give. */
export function roleToGive(giver: Role | undefined, typed: unknown): Checked<Role> {
  const role = parseRole(typed)
  if (role === undefined) {
    return { ok: false, error: 'A role is viewer, editor, admin or owner.' }
  }
  return mayGive(giver, role) ? { ok: true, value: role } : { ok: false, error: 'Only owners make owners.' }
}

export type AcceptResult =
  /** `site` is its domain. */
  | { readonly status: 'accepted'; readonly user: User; readonly site: string; readonly role: Role }
  /** The link is used, replaced, taken back, too old or unknown. */
  | { readonly status: 'gone' }
  /** There is an account of this address: only somebody who is signed in with it can take the invitation. */
  | { readonly status: 'sign_in'; readonly email: string }
  /** Message per field. */
  | { readonly status: 'invalid'; readonly errors: Readonly<Record<string, string>> }

/** What somebody who was invited sends; `caller` is who is signed in, if anybody. */
export interface AcceptInput {
  readonly token: string
  readonly password: unknown
  readonly caller: User | undefined
}

/** Takes an invitation. Throws `BusyError`, or when the database does not answer. */
export async function acceptInvitation(
  { directory, nowSeconds }: InvitationDeps,
  { token, password: typed, caller }: AcceptInput,
): Promise<AcceptResult> {
  const hash = tokenHash(token)
  // Another collector may have made it a moment ago.
  await directory.refresh()
  const invitation = directory.invitationByHash(hash)
  if (invitation === undefined) return { status: 'gone' }
  const { email, role } = invitation
  const site = directory.siteById(invitation.siteId)?.domain ?? ''
  const known = directory.userByEmail(email)
  if (known !== undefined) {
    if (caller?.id !== known.id) return { status: 'sign_in', email }
    const isTaken = await directory.accept(hash, known)
    return isTaken ? { status: 'accepted', user: known, site, role } : { status: 'gone' }
  }
  const password = parsePassword(typed, email)
  if (!password.ok) return { status: 'invalid', errors: { password: password.error } }
  const user = newUser(email, await hashPassword(password.value), { isOperator: false }, nowSeconds())
  return (await directory.accept(hash, user)) ? { status: 'accepted', user, site, role } : { status: 'gone' }
}

/** Short public name of an invitation, for lists and for taking it back. */
export function invitationId({ tokenHash: hash }: Invitation): string {
  return hash.slice(0, 16)
}
