import type {
  ApiKey,
  Invitation,
  Membership,
  PasswordReset,
  ProviderLink,
  Session,
  SettingsStore,
  SetupLink,
  ShareLink,
  Site,
  User,
} from '../core/ports.ts'

/** Everything about sites and people at one moment, as stored. */
export interface Records {
  readonly sites: readonly Site[]
  readonly users: readonly User[]
  readonly sessions: readonly Session[]
  readonly apiKeys: readonly ApiKey[]
  readonly setupLinks: readonly SetupLink[]
  readonly memberships: readonly Membership[]
  readonly invitations: readonly Invitation[]
  readonly passwordResets: readonly PasswordReset[]
  readonly shareLinks: readonly ShareLink[]
}

/** The kinds of records that are kept. */
export type RecordKind = keyof Records

/** Records with look-ups for what requests bring along. */
export interface RecordIndex {
  readonly records: Records
  readonly siteByDomain: ReadonlyMap<string, Site>
  readonly siteByFormerDomain: ReadonlyMap<string, Site>
  readonly siteById: ReadonlyMap<number, Site>
  readonly userByEmail: ReadonlyMap<string, User>
  readonly userById: ReadonlyMap<string, User>
  /** By `providerKey`. */
  readonly userByProvider: ReadonlyMap<string, User>
  /** By the passkey's credential id. */
  readonly userByPasskey: ReadonlyMap<string, User>
  readonly sessionByHash: ReadonlyMap<string, Session>
  readonly keyByHash: ReadonlyMap<string, ApiKey>
  readonly shareLinkByHash: ReadonlyMap<string, ShareLink>
  readonly shareLinkById: ReadonlyMap<string, ShareLink>
  readonly keyById: ReadonlyMap<string, ApiKey>
  readonly membershipsBySite: ReadonlyMap<number, readonly Membership[]>
}

/** Reads every record. Throws when the database does not answer. */
export async function readRecords(settings: SettingsStore): Promise<Records> {
  const [sites, users, sessions, apiKeys, setupLinks, memberships, invitations, passwordResets, shareLinks] =
    await Promise.all([
      settings.sites.list(),
      settings.users.list(),
      settings.sessions.list(),
      settings.apiKeys.list(),
      settings.setupLinks.list(),
      settings.memberships.list(),
      settings.invitations.list(),
      settings.passwordResets.list(),
      settings.shareLinks.list(),
    ])
  return { sites, users, sessions, apiKeys, setupLinks, memberships, invitations, passwordResets, shareLinks }
}

/** Look-ups over records; a few hundred rows, so they are made anew after each change. */
export function indexRecords(records: Records): RecordIndex {
  return {
    records,
    siteByDomain: by(records.sites, site => site.domain),
    siteByFormerDomain: new Map(
      records.sites.flatMap(site => site.formerDomains.map(({ domain }) => [domain, site] as const)),
    ),
    siteById: by<number, Site>(records.sites, site => site.id),
    userByEmail: by(records.users, user => user.email),
    userById: by(records.users, user => user.id),
    userByProvider: new Map(
      records.users.flatMap(user =>
        user.providerLink === undefined ? [] : [[providerKey(user.providerLink), user] as const],
      ),
    ),
    userByPasskey: new Map(
      records.users.flatMap(user =>
        (user.secondFactor?.passkeys ?? []).map(({ credentialId }) => [credentialId, user] as const),
      ),
    ),
    sessionByHash: by(records.sessions, session => session.tokenHash),
    keyByHash: by(records.apiKeys, key => key.keyHash),
    shareLinkByHash: by(records.shareLinks, link => link.tokenHash),
    shareLinkById: by(records.shareLinks, link => link.id),
    keyById: by(records.apiKeys, key => key.id),
    membershipsBySite: bySite(records.memberships),
  }
}

/** One text for whom a provider names; an issuer has no spaces in it. */
export function providerKey({ issuer, subject }: ProviderLink): string {
  return `${issuer} ${subject}`
}

function bySite(memberships: readonly Membership[]): ReadonlyMap<number, readonly Membership[]> {
  const groups = new Map<number, Membership[]>()
  for (const membership of memberships) {
    const group = groups.get(membership.siteId)
    if (group === undefined) groups.set(membership.siteId, [membership])
    else group.push(membership)
  }
  return groups
}

/** Of two records with one key the first wins: the older site keeps its domain. */
function by<Key, T>(list: readonly T[], keyOf: (record: T) => Key): ReadonlyMap<Key, T> {
  return new Map(list.toReversed().map(record => [keyOf(record), record]))
}
