import type { ProviderLink, User } from '../core/ports.ts'
import type { RecordBook } from './record-book.ts'
import { providerKey } from './records.ts'

/** Who is let into which account by a provider of OpenID Connect. */
export interface ProviderLinks {
  /** The account of whom a provider names. */
  userByProvider(link: ProviderLink): User | undefined
  /**
   * Lets whom a provider names into an account from now on. False when the account is gone, when the provider let somebody
   * else into it, or this person into another one.
   */
  linkProvider(userId: string, link: ProviderLink): Promise<boolean>
  /** Takes that back; false when the account is gone, or has no password with which to get in again. */
  unlinkProvider(userId: string): Promise<boolean>
}

/** Links on records. */
export function openProviderLinks(book: RecordBook): ProviderLinks {
  return {
    userByProvider: link => book.index().userByProvider.get(providerKey(link)),
    linkProvider: (userId, providerLink) =>
      book.exclusively(async () => {
        await book.reload()
        const user = book.index().userById.get(userId)
        if (user === undefined || isOfSomebodyElse(user, providerLink)) return false
        if (isTaken(book, providerLink)) return user.providerLink?.subject === providerLink.subject
        await book.replace('users', user, { ...user, providerLink })
        return true
      }),
    unlinkProvider: userId =>
      book.exclusively(async () => {
        await book.reload()
        const user = book.index().userById.get(userId)
        if (user?.passwordHash === undefined) return false
        const { providerLink: _removed, ...rest } = user
        await book.replace('users', user, rest)
        return true
      }),
  }
}

/** True when a provider lets somebody else into an account. A link to a provider that was given up says nothing of this one. */
export function isOfSomebodyElse({ providerLink }: User, { issuer, subject }: ProviderLink): boolean {
  return providerLink?.issuer === issuer && providerLink.subject !== subject
}

/** True when whom a provider names is let into an account already. */
export function isTaken(book: RecordBook, link: ProviderLink | undefined): boolean {
  return link !== undefined && book.index().userByProvider.has(providerKey(link))
}
