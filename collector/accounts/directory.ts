import { allows } from '../core/access/roles.ts'
import type { SiteId } from '../core/ids.ts'
import type {
  ApiKey,
  Membership,
  PasswordReset,
  Session,
  SettingsStore,
  SetupLink,
  Site,
  User,
} from '../core/ports.ts'
import { NO_SEGMENTS } from '../core/segments/site-segments.ts'
import { DEFAULT_SITE_SETTINGS } from '../core/site/site-settings.ts'
import { type Members, openMembers } from './members.ts'
import { openRecordBook } from './record-book.ts'

/** What is needed to add a site. */
export interface NewSite {
  /** From `parseSiteDomain`. */
  readonly domain: string
  /** From `parseSiteTimezone`. */
  readonly timezone: string
}

/** Sites and people in memory, written through to the database. Look-ups are free of side effects and never wait. */
export interface Directory extends Members {
  /** By domain, alphabetically. */
  sites(): readonly Site[]
  siteByDomain(domain: string): Site | undefined
  siteById(id: SiteId): Site | undefined
  users(): readonly User[]
  userByEmail(email: string): User | undefined
  /** The user of a session that is not over. */
  userBySession(tokenHash: string): User | undefined
  /** Sessions of a user that are not over, the latest first. */
  sessionsOf(user: User): readonly Session[]
  /** By site, then by age. */
  keys(): readonly ApiKey[]
  /** Keys of a site, the oldest first, those that are over among them. */
  keysOf(site: Site): readonly ApiKey[]
  /** A key that is not over, and that whoever made it could still make. */
  keyByHash(keyHash: string): ApiKey | undefined
  keyById(id: string): ApiKey | undefined
  /** True while this link may make the first user. */
  isSetupLink(tokenHash: string): boolean

  /** Reads what others changed. False when the database is away; the last state then stays. */
  refresh(): Promise<boolean>
  /** Adds a site under the next id, and makes a user its owner; undefined when the domain is tracked already. */
  addSite(site: NewSite, owner?: User): Promise<Site | undefined>
  /** Changes a site: `change` gets it as it is stored and returns it with the same id. Undefined when it is gone. */
  changeSite(id: SiteId, change: (site: Site) => Site): Promise<Site | undefined>
  /** Removes a site with its keys, members and invitations; its id is never given again. */
  removeSite(site: Site): Promise<void>
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

/** How often an id is tried anew when the command line and the collector give the same one at once. */
const MAX_ID_TRIES = 3

/** Opens the directory. Throws when the database does not answer. */
export async function openDirectory({
  settings,
  nowSeconds,
  onRefreshFailure,
}: DirectoryDeps): Promise<Directory> {
  const book = await openRecordBook(settings)
  const { exclusively, reload, add, remove } = book
  const records = () => book.index().records
  const members = openMembers(book, nowSeconds)

  async function addSite({ domain, timezone }: NewSite, owner?: User): Promise<Site | undefined> {
    for (let tries = 0; tries < MAX_ID_TRIES; tries++) {
      await reload()
      if (book.index().siteByDomain.has(domain)) return undefined
      // A site id is born here, and in the database's rows.
      const id = ((await settings.highestSiteId()) + 1) as SiteId
      const site: Site = {
        id,
        domain,
        timezone,
        zoneChanges: [],
        settings: DEFAULT_SITE_SETTINGS,
        goals: [],
        segments: NO_SEGMENTS,
        createdAtSeconds: nowSeconds(),
      }
      await settings.sites.put(site)
      await reload()
      const stored = book.index().siteById.get(id)
      if (stored?.domain !== domain) continue
      if (book.index().siteByDomain.get(domain) === stored) {
        if (owner !== undefined) await add('memberships', ownership(stored, owner))
        return stored
      }
      await remove('sites', stored)
      return undefined
    }
    throw new Error('Another program adds sites at the same moment. Try again.')
  }

  /** Who was taken off a site must not keep a key to it. */
  function isGood({ siteId, createdBy, expiresAtSeconds = Number.POSITIVE_INFINITY }: ApiKey): boolean {
    if (expiresAtSeconds <= nowSeconds()) return false
    const site = book.index().siteById.get(siteId)
    const creator = book.index().userById.get(createdBy ?? '')
    if (createdBy === undefined || site === undefined) return site !== undefined
    return creator !== undefined && allows(members.roleOf(creator, site), 'manage_keys')
  }

  return {
    sites: () => records().sites.toSorted((a, b) => (a.domain < b.domain ? -1 : 1)),
    siteByDomain: domain => book.index().siteByDomain.get(domain),
    siteById: id => book.index().siteById.get(id),
    users: () => records().users,
    userByEmail: email => book.index().userByEmail.get(email),
    userBySession(tokenHash) {
      const session = book.index().sessionByHash.get(tokenHash)
      if (session === undefined || session.expiresAtSeconds <= nowSeconds()) return undefined
      return book.index().userById.get(session.userId)
    },
    sessionsOf: user =>
      records()
        .sessions.filter(
          ({ userId, expiresAtSeconds }) => userId === user.id && expiresAtSeconds > nowSeconds(),
        )
        .toSorted((a, b) => b.createdAtSeconds - a.createdAtSeconds),
    keys: () =>
      records().apiKeys.toSorted((a, b) => a.siteId - b.siteId || a.createdAtSeconds - b.createdAtSeconds),
    keysOf: site =>
      records()
        .apiKeys.filter(({ siteId }) => siteId === site.id)
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
    addSite: (site, owner) => exclusively(() => addSite(site, owner)),
    changeSite: (id, change) =>
      exclusively(async () => {
        await reload()
        const stored = book.index().siteById.get(id)
        if (stored === undefined) return undefined
        const changed = change(stored)
        await book.replace('sites', stored, changed)
        return changed
      }),
    removeSite: site =>
      exclusively(async () => {
        const isOfSite = ({ siteId }: { siteId: SiteId }) => siteId === site.id
        for (const key of records().apiKeys.filter(isOfSite)) await remove('apiKeys', key)
        for (const membership of records().memberships.filter(isOfSite))
          await remove('memberships', membership)
        for (const invitation of records().invitations.filter(isOfSite))
          await remove('invitations', invitation)
        const stored = book.index().siteById.get(site.id)
        if (stored !== undefined) await remove('sites', stored)
      }),
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

  function ownership(site: Site, owner: User): Membership {
    return { siteId: site.id, userId: owner.id, role: 'owner', createdAtSeconds: nowSeconds() }
  }

  function isValidLink(tokenHash: string): boolean {
    if (records().users.length > 0) return false
    const link = records().setupLinks.find(candidate => candidate.tokenHash === tokenHash)
    return link !== undefined && link.expiresAtSeconds > nowSeconds()
  }
}
