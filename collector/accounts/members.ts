import { mayGive, type Role } from '../core/access/roles.ts'
import type { Invitation, Membership, Site, User } from '../core/ports.ts'
import { isTaken } from './provider-links.ts'
import type { RecordBook } from './record-book.ts'

/** A person and what that person may do on a site. */
export interface Member {
  readonly user: User
  readonly role: Role
  /** Seconds since 1970. */
  readonly sinceSeconds: number
}

/** What became of a change of somebody's role. */
export type MemberChange =
  | 'done'
  /** The person is no member. */
  | 'unknown'
  /** The member is not the caller's to change. */
  | 'forbidden'
  /** The site would be left without an owner. */
  | 'last_owner'

/** Who may do what on which site. Look-ups never wait. */
export interface Members {
  /** An operator is owner of every site. Undefined: the user has nothing to do with it. */
  roleOf(user: User, site: Site): Role | undefined
  /** By e-mail address. Operators are listed only where they are members besides. */
  membersOf(site: Site): readonly Member[]
  /** Invitations that can still be taken, the oldest first. */
  invitationsOf(site: Site): readonly Invitation[]
  /** The same of an e-mail address, to whichever sites. */
  invitationsFor(email: string): readonly Invitation[]
  /** An invitation that is not over, and that whoever made it could still make. */
  invitationByHash(tokenHash: string): Invitation | undefined

  /**
   * Gives a member another role; undefined takes the membership away. `mayChange` is asked about the role that the member
   * has at that moment.
   */
  changeMember(
    site: Site,
    userId: string,
    role: Role | undefined,
    mayChange: (present: Role) => boolean,
  ): Promise<MemberChange>
  /** Adds an invitation; earlier ones of the same address to the same site die. */
  addInvitation(invitation: Invitation): Promise<void>
  removeInvitation(invitation: Invitation): Promise<void>
  /**
   * Makes a user a member in exchange for an invitation, once; a user who is not known yet is added. False when the
   * invitation is over, was used or is meant for another address.
   */
  accept(tokenHash: string, user: User): Promise<boolean>
}

/** Members on records. `nowSeconds` tells which invitations are over. */
export function openMembers(book: RecordBook, nowSeconds: () => number): Members {
  const membershipOf = (site: Pick<Site, 'id'>, userId: string): Membership | undefined =>
    book
      .index()
      .membershipsBySite.get(site.id)
      ?.find(membership => membership.userId === userId)
  function roleOf(user: User, site: Pick<Site, 'id'>): Role | undefined {
    return user.isOperator ? 'owner' : membershipOf(site, user.id)?.role
  }

  /** Who was taken off a site must not come back by an invitation of their own. */
  function isValid({ expiresAtSeconds, invitedBy, siteId, role }: Invitation): boolean {
    const inviter = book.index().userById.get(invitedBy)
    if (inviter === undefined || expiresAtSeconds <= nowSeconds()) return false
    return mayGive(roleOf(inviter, { id: siteId }), role)
  }

  function invitationByHash(tokenHash: string): Invitation | undefined {
    const found = book.index().records.invitations.find(invitation => invitation.tokenHash === tokenHash)
    return found !== undefined && isValid(found) ? found : undefined
  }

  return {
    roleOf,

    membersOf(site) {
      const { membershipsBySite, userById } = book.index()
      return (membershipsBySite.get(site.id) ?? [])
        .flatMap(({ userId, role, createdAtSeconds }) => {
          const user = userById.get(userId)
          return user === undefined ? [] : [{ user, role, sinceSeconds: createdAtSeconds }]
        })
        .toSorted((a, b) => (a.user.email < b.user.email ? -1 : 1))
    },

    invitationsOf: site =>
      book
        .index()
        .records.invitations.filter(invitation => invitation.siteId === site.id && isValid(invitation))
        .toSorted((a, b) => a.createdAtSeconds - b.createdAtSeconds),

    invitationsFor: email =>
      book
        .index()
        .records.invitations.filter(invitation => invitation.email === email && isValid(invitation))
        .toSorted((a, b) => a.createdAtSeconds - b.createdAtSeconds),

    invitationByHash,

    changeMember: (site, userId, role, mayChange) =>
      book.exclusively(async () => {
        await book.reload()
        const stored = membershipOf(site, userId)
        if (stored === undefined) return 'unknown'
        if (!mayChange(stored.role)) return 'forbidden'
        const owners =
          book
            .index()
            .membershipsBySite.get(site.id)
            ?.filter(({ role }) => role === 'owner') ?? []
        if (stored.role === 'owner' && role !== 'owner' && owners.length === 1) return 'last_owner'
        if (role === undefined) await book.remove('memberships', stored)
        else await book.replace('memberships', stored, { ...stored, role })
        return 'done'
      }),

    addInvitation: invitation =>
      book.exclusively(async () => {
        const { invitations } = book.index().records
        const earlier = invitations.filter(
          ({ siteId, email }) => siteId === invitation.siteId && email === invitation.email,
        )
        for (const old of earlier) await book.remove('invitations', old)
        await book.add('invitations', invitation)
      }),

    removeInvitation: invitation => book.exclusively(() => book.remove('invitations', invitation)),

    accept: (tokenHash, user) =>
      book.exclusively(async () => {
        await book.reload()
        const invitation = invitationByHash(tokenHash)
        if (invitation?.email !== user.email) return false
        const isKnown = book.index().userById.has(user.id)
        // Two accounts of one address: the one that was made first stays.
        if (!isKnown && book.index().userByEmail.has(user.email)) return false
        if (!isKnown && isTaken(book, user.providerLink)) return false
        // The user first and the invitation last: should a write between them fail, the link still works.
        if (!isKnown) await book.add('users', user)
        const membership: Membership = {
          siteId: invitation.siteId,
          userId: user.id,
          role: invitation.role,
          createdAtSeconds: nowSeconds(),
        }
        const stored = membershipOf({ id: invitation.siteId }, user.id)
        if (stored === undefined) await book.add('memberships', membership)
        else await book.replace('memberships', stored, membership)
        await book.remove('invitations', invitation)
        return true
      }),
  }
}
