import { allows } from '../core/access/roles.ts'
import type { ApiKey, PasswordReset, Session, SettingsStore, SetupLink, Site, User } from '../core/ports.ts'
import { type AccountChanges, openAccountChanges } from './account-changes.ts'
import { type Members, openMembers } from './members.ts'
import { openProviderLinks, type ProviderLinks } from './provider-links.ts'
import { openRecordBook } from './record-book.ts'
import { openShareLinks, type ShareLinks } from './share-links.ts'
import { openTrackedSites, type TrackedSites } from './tracked-sites.ts'

/** Sites and people in memory, written through to the database. Look-ups are free of side effects and never wait. */
export interface Directory extends TrackedSites, Members, ShareLinks, AccountChanges, ProviderLinks {
  users(): readonly User[]
  userByEmail(email: string): User | undefined
  /** Whose passkey this is, by its credential id. */
  userByPasskey(credentialId: string): User | undefined
  /** The user of a session that is not over. */
  userBySession(tokenHash: string): User | undefined
  /** A session that is not over. */
  sessionByHash(tokenHash: string): Session | undefined
  /** Sessions of a user that are not over, the latest first. */
  sessionsOf(user: User): readonly Session[]
  /** By site, then by age. */
  keys(): readonly ApiKey[]
  /** Keys of a site, or those of every site; the oldest first, those that are over among them. */
  keysOf(site: Site | undefined): readonly ApiKey[]
  /** A key that is not over, and that whoever made it could still make. */
  keyByHash(keyHash: string): ApiKey | undefined
  keyById(id: string): ApiKey | undefined
  /** True while this link may make the first user. */
  isSetupLink(tokenHash: string): boolean

  /** Reads what others changed. False when the database is away; the last state then stays. */
  refresh(): Promise<boolean>
  addKey(key: ApiKey): Promise<void>
  removeKey(key: ApiKey): Promise<void>
  addSession(session: Session): Promise<void>
  removeSession(tokenHash: string): Promise<void>
  /** Changes an account: `change` gets it as it is stored and returns it with the same id. Undefined when it is gone. */
  changeUser(userId: string, change: (user: User) => User): Promise<User | undefined>
  /** Gives a user another password, and ends every session but one. False when the account is gone. */
  changePassword(userId: string, passwordHash: string, keptSession: string | undefined): Promise<boolean>
  /** Whose password this link may change; undefined when it is over. */
  userByPasswordReset(tokenHash: string): User | undefined
  /** Makes this the only link to choose a new password for a user. */
  replacePasswordReset(reset: PasswordReset): Promise<void>
  /** Changes a password in exchange for a link, and ends every session of the user; false when the link is over. */
  usePasswordReset(tokenHash: string, passwordHash: string): Promise<boolean>
  /** Makes this the only set-up link; false when a user exists, who makes links needless. */
  replaceSetupLink(link: SetupLink): Promise<boolean>
  /** Adds the first user in exchange for a valid set-up link; false when the link is not valid or not the first. */
  addFirstUser(user: User, linkHash: string): Promise<boolean>
}

export interface DirectoryDeps {
  readonly settings: SettingsStore
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** Told why a refresh did not work. */
  readonly onRefreshFailure?: (error: unknown) => void
}

/** Opens the directory. Throws when the database does not answer. */
export async function openDirectory({
  settings,
  nowSeconds,
  onRefreshFailure,
}: DirectoryDeps): Promise<Directory> {
  const book = await openRecordBook(settings)
  const { exclusively, reload, add, remove } = book
  const records = () => book.index().records
  const sites = openTrackedSites(book, settings, nowSeconds)
  const members = openMembers(book, nowSeconds)

  function sessionByHash(tokenHash: string): Session | undefined {
    const session = book.index().sessionByHash.get(tokenHash)
    return session !== undefined && session.expiresAtSeconds > nowSeconds() ? session : undefined
  }

  /** Who was taken off a site must not keep a key to it. */
  function isGood({ siteId, createdBy, expiresAtSeconds = Number.POSITIVE_INFINITY }: ApiKey): boolean {
    if (expiresAtSeconds <= nowSeconds()) return false
    const site = siteId === undefined ? undefined : book.index().siteById.get(siteId)
    if (siteId !== undefined && site === undefined) return false
    if (createdBy === undefined) return true
    const creator = book.index().userById.get(createdBy)
    if (site === undefined) return creator?.isOperator ?? false
    return creator !== undefined && allows(members.roleOf(creator, site), 'manage_keys')
  }

  return {
    ...sites,
    users: () => records().users,
    userByEmail: email => book.index().userByEmail.get(email),
    userByPasskey: credentialId => book.index().userByPasskey.get(credentialId),
    userBySession: tokenHash => book.index().userById.get(sessionByHash(tokenHash)?.userId ?? ''),
    sessionByHash,
    sessionsOf: user =>
      records()
        .sessions.filter(
          ({ userId, expiresAtSeconds }) => userId === user.id && expiresAtSeconds > nowSeconds(),
        )
        .toSorted((a, b) => b.createdAtSeconds - a.createdAtSeconds),
    keys: () =>
      records().apiKeys.toSorted(
        (a, b) => (a.siteId ?? 0) - (b.siteId ?? 0) || a.createdAtSeconds - b.createdAtSeconds,
      ),
    keysOf: site =>
      records()
        .apiKeys.filter(({ siteId }) => siteId === site?.id)
        .toSorted((a, b) => a.createdAtSeconds - b.createdAtSeconds),
    keyByHash(keyHash) {
      const key = book.index().keyByHash.get(keyHash)
      return key !== undefined && isGood(key) ? key : undefined
    },
    keyById: id => book.index().keyById.get(id),
    isSetupLink: isValidLink,

    refresh: () =>
      exclusively(reload).then(
        () => true,
        (error: unknown) => {
          onRefreshFailure?.(error)
          return false
        },
      ),
    ...members,
    ...openAccountChanges(book),
    ...openProviderLinks(book),
    ...openShareLinks(book, members.roleOf, nowSeconds),
    addKey: key => exclusively(() => add('apiKeys', key)),
    removeKey: key =>
      exclusively(async () => {
        const stored = book.index().keyById.get(key.id)
        if (stored !== undefined) await remove('apiKeys', stored)
      }),
    addSession: session => exclusively(() => add('sessions', session)),
    removeSession: tokenHash =>
      exclusively(async () => {
        const stored = book.index().sessionByHash.get(tokenHash)
        if (stored !== undefined) await remove('sessions', stored)
      }),
    changeUser: (userId, change) =>
      exclusively(async () => {
        await reload()
        const stored = book.index().userById.get(userId)
        if (stored === undefined) return undefined
        const changed = change(stored)
        if (changed !== stored) await book.replace('users', stored, changed)
        return changed
      }),
    changePassword: (userId, passwordHash, keptSession) =>
      exclusively(async () => {
        await reload()
        const user = book.index().userById.get(userId)
        if (user !== undefined) await changePassword(user, passwordHash, keptSession)
        return user !== undefined
      }),
    userByPasswordReset: hash => book.index().userById.get(validReset(hash)?.userId ?? ''),
    replacePasswordReset: reset =>
      exclusively(async () => {
        const earlier = records().passwordResets.filter(({ userId }) => userId === reset.userId)
        for (const old of earlier) await remove('passwordResets', old)
        await add('passwordResets', reset)
      }),
    usePasswordReset: (hash, passwordHash) =>
      exclusively(async () => {
        await reload()
        const reset = validReset(hash)
        const user = book.index().userById.get(reset?.userId ?? '')
        if (reset === undefined || user === undefined) return false
        // The link first: should the second write fail, a new one is easily made.
        await remove('passwordResets', reset)
        await changePassword(user, passwordHash, undefined)
        return true
      }),
    replaceSetupLink: link =>
      exclusively(async () => {
        await reload()
        if (records().users.length > 0) return false
        for (const old of records().setupLinks) await remove('setupLinks', old)
        await add('setupLinks', link)
        return true
      }),
    addFirstUser: (user, linkHash) =>
      exclusively(async () => {
        await reload()
        if (!isValidLink(linkHash)) return false
        // The user first: should the second write fail, the link is worth nothing once a user exists.
        await add('users', user)
        for (const link of records().setupLinks) await remove('setupLinks', link)
        return true
      }),
  }

  async function changePassword(
    user: User,
    passwordHash: string,
    keptSession: string | undefined,
  ): Promise<void> {
    await book.replace('users', user, { ...user, passwordHash })
    const others = records().sessions.filter(
      session => session.userId === user.id && session.tokenHash !== keptSession,
    )
    for (const session of others) await remove('sessions', session)
  }

  function validReset(hash: string): PasswordReset | undefined {
    const reset = records().passwordResets.find(candidate => candidate.tokenHash === hash)
    return reset !== undefined && reset.expiresAtSeconds > nowSeconds() ? reset : undefined
  }

  function isValidLink(tokenHash: string): boolean {
    if (records().users.length > 0) return false
    const link = records().setupLinks.find(candidate => candidate.tokenHash === tokenHash)
    return link !== undefined && link.expiresAtSeconds > nowSeconds()
  }
}
