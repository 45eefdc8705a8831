import type { Invitation, ProviderLink, User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import { invitationId } from './invitations.ts'
import { isOfSomebodyElse } from './provider-links.ts'
import { newUser } from './users.ts'

/** Somebody whom a provider names. */
export interface ProvenPerson extends ProviderLink {
  /** The e-mail address that the provider has verified, if any. */
  verifiedEmail(): Promise<string | undefined>
}

/** Whom to let in, and what goes with it. */
export interface ProviderEntry {
  /** Not stored yet when it has no account so far: the first invitation makes it. */
  readonly user: User
  /** To be linked with the account; undefined: it is, or will be with the invitation. */
  readonly link: ProviderLink | undefined
  /** Those that the person takes by coming in. */
  readonly invitations: readonly Invitation[]
}

export type ProviderAccountResult =
  | ({ readonly status: 'found' } & ProviderEntry)
  /** The provider does not say that it has verified an address. */
  | { readonly status: 'unverified' }
  /** Nobody has an account or an invitation with this address. */
  | { readonly status: 'unknown' }
  /** The provider has let somebody else into the account of this address. */
  | { readonly status: 'other_account'; readonly email: string }

export interface ProviderAccountDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * The account of whom a provider names. Once linked, the provider's name for the person decides and no address does: an
 * address may be given to somebody else. `wantedInvitation` is the public name of the one that somebody comes from.
 * Throws what `verifiedEmail` throws.
 */
export async function findProviderAccount(
  { directory, nowSeconds }: ProviderAccountDeps,
  { issuer, subject, verifiedEmail }: ProvenPerson,
  wantedInvitation: string,
): Promise<ProviderAccountResult> {
  // Another collector may have made the account or the invitation a moment ago.
  await directory.refresh()
  const link: ProviderLink = { issuer, subject }
  const wantedBy = (user: User): readonly Invitation[] =>
    directory.invitationsFor(user.email).filter(invitation => invitationId(invitation) === wantedInvitation)
  const linked = directory.userByProvider(link)
  if (linked !== undefined) {
    return { status: 'found', user: linked, link: undefined, invitations: wantedBy(linked) }
  }
  const email = parseEmail(await verifiedEmail())
  if (!email.ok) return { status: 'unverified' }
  const known = directory.userByEmail(email.value)
  if (known !== undefined) {
    if (isOfSomebodyElse(known, link)) return { status: 'other_account', email: known.email }
    return { status: 'found', user: known, link, invitations: wantedBy(known) }
  }
  const invitations = directory.invitationsFor(email.value)
  if (invitations.length === 0) return { status: 'unknown' }
  const user = newUser(email.value, undefined, { isOperator: false }, nowSeconds())
  return { status: 'found', user: { ...user, providerLink: link }, link: undefined, invitations }
}
