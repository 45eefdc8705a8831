import * as v from 'valibot'
import { ROLES } from '../../core/access/roles.ts'
import { API_KEY_SCOPES } from '../../core/access/scopes.ts'
import { SITE_ANNOTATIONS_SCHEMA, toSiteAnnotationsBody } from '../../core/annotations/site-annotations.ts'
import { SITE_FUNNELS_SCHEMA, toSiteFunnelsBody } from '../../core/funnels/site-funnels.ts'
import type { Goal } from '../../core/goals/goal.ts'
import { parseGoal, toGoalBody } from '../../core/goals/goal-body.ts'
import type { SiteId } from '../../core/ids.ts'
import type {
  ApiKey,
  Invitation,
  Membership,
  PasswordReset,
  Session,
  SetupLink,
  ShareLink,
  Site,
  User,
} from '../../core/ports.ts'
import { SITE_SEGMENTS_SCHEMA, toSiteSegmentsBody } from '../../core/segments/site-segments.ts'
import { FIXED_SEGMENT_SCHEMA } from '../../core/sharing/share-limits.ts'
import { parseSiteSettings, type SiteSettings, toSiteSettingsBody } from '../../core/site/site-settings.ts'
import listApiKeys from './queries/list-api-keys.sql?raw'
import listInvitations from './queries/list-invitations.sql?raw'
import listMemberships from './queries/list-memberships.sql?raw'
import listPasswordResets from './queries/list-password-resets.sql?raw'
import listSessions from './queries/list-sessions.sql?raw'
import listSetupLinks from './queries/list-setup-links.sql?raw'
import listShareLinks from './queries/list-share-links.sql?raw'
import listSites from './queries/list-sites.sql?raw'
import listUsers from './queries/list-users.sql?raw'

/** How one kind of settings record lies in ClickHouse. */
export interface SettingsTable<T> {
  readonly name: string
  /** Question for the records that are not removed. */
  readonly list: string
  /** Checks a row and turns it into a record. */
  readonly fromRow: v.GenericSchema<unknown, T>
  /** Columns of a record, without version and deleted. */
  readonly toRow: (record: T) => Readonly<Record<string, unknown>>
}

const seconds = v.pipe(v.number(), v.integer(), v.minValue(0))
const text = v.pipe(v.string(), v.nonEmpty())
const siteId = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  // The column is where site ids are born again as such.
  v.transform(id => id as SiteId),
)

const siteSettings = v.pipe(
  v.string(),
  v.parseJson(),
  v.rawTransform(({ dataset, addIssue, NEVER }): SiteSettings => {
    const result = parseSiteSettings(dataset.value)
    if (result.ok) return result.settings
    addIssue({ message: `has wrong settings: ${Object.keys(result.errors).join(', ')}` })
    return NEVER
  }),
)

const goals = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.pipe(
      v.unknown(),
      v.rawTransform(({ dataset, addIssue, NEVER }): Goal => {
        const result = parseGoal(dataset.value)
        if (result.ok) return result.goal
        addIssue({ message: `has a wrong goal: ${Object.keys(result.errors).join(', ')}` })
        return NEVER
      }),
    ),
  ),
)

const segments = v.pipe(v.string(), v.parseJson(), SITE_SEGMENTS_SCHEMA)

const annotations = v.pipe(v.string(), v.parseJson(), SITE_ANNOTATIONS_SCHEMA)

const funnels = v.pipe(v.string(), v.parseJson(), SITE_FUNNELS_SCHEMA)

const zoneChanges = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.tuple([text, seconds])),
  v.transform(changes => changes.map(([timezone, fromSeconds]) => ({ timezone, fromSeconds }))),
)

const formerDomains = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.tuple([text, seconds])),
  v.transform(list => list.map(([domain, untilSeconds]) => ({ domain, untilSeconds }))),
)

export const SITES: SettingsTable<Site> = {
  name: 'sites',
  list: listSites,
  fromRow: v.pipe(
    v.object({
      id: siteId,
      domain: text,
      former_domains: formerDomains,
      timezone: text,
      settings: siteSettings,
      goals,
      segments,
      annotations,
      funnels,
      zone_changes: zoneChanges,
      created_at_seconds: seconds,
    }),
    v.transform(row => ({
      id: row.id,
      domain: row.domain,
      formerDomains: row.former_domains,
      timezone: row.timezone,
      zoneChanges: row.zone_changes,
      settings: row.settings,
      goals: row.goals,
      segments: row.segments,
      annotations: row.annotations,
      funnels: row.funnels,
      createdAtSeconds: row.created_at_seconds,
    })),
  ),
  toRow: ({
    id,
    domain,
    formerDomains,
    timezone,
    zoneChanges,
    settings,
    goals,
    segments,
    annotations,
    funnels,
    createdAtSeconds,
  }) => ({
    id,
    domain,
    former_domains: JSON.stringify(formerDomains.map(former => [former.domain, former.untilSeconds])),
    timezone,
    settings: JSON.stringify(toSiteSettingsBody(settings)),
    goals: JSON.stringify(goals.map(toGoalBody)),
    segments: JSON.stringify(toSiteSegmentsBody(segments)),
    annotations: JSON.stringify(toSiteAnnotationsBody(annotations)),
    funnels: JSON.stringify(toSiteFunnelsBody(funnels)),
    zone_changes: JSON.stringify(zoneChanges.map(change => [change.timezone, change.fromSeconds])),
    created_at: createdAtSeconds,
  }),
}

const day = v.pipe(v.string(), v.isoDate())

const passkeys = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.pipe(
      v.object({
        id: text,
        public_key: text,
        sign_count: seconds,
        transports: v.array(text),
        name: text,
        created_at: seconds,
        last_used_on: v.optional(day),
      }),
      v.transform(row => ({
        credentialId: row.id,
        publicKey: row.public_key,
        signCount: row.sign_count,
        transports: row.transports,
        name: row.name,
        createdAtSeconds: row.created_at,
        lastUsedOn: row.last_used_on,
      })),
    ),
  ),
)

export const USERS: SettingsTable<User> = {
  name: 'users',
  list: listUsers,
  fromRow: v.pipe(
    v.object({
      id: text,
      email: text,
      password_hash: v.string(),
      totp_secret: v.string(),
      passkeys,
      recovery_hashes: v.array(text),
      provider_issuer: v.string(),
      provider_subject: v.string(),
      is_operator: v.boolean(),
      created_at_seconds: seconds,
    }),
    v.transform(row => ({
      id: row.id,
      email: row.email,
      passwordHash: row.password_hash || undefined,
      isOperator: row.is_operator,
      ...((row.totp_secret !== '' || row.passkeys.length > 0) && {
        secondFactor: {
          totpSecret: row.totp_secret || undefined,
          passkeys: row.passkeys,
          recoveryHashes: row.recovery_hashes,
        },
      }),
      ...(row.provider_subject !== '' && {
        providerLink: { issuer: row.provider_issuer, subject: row.provider_subject },
      }),
      createdAtSeconds: row.created_at_seconds,
    })),
  ),
  toRow: ({ id, email, passwordHash, isOperator, secondFactor, providerLink, createdAtSeconds }) => ({
    id,
    email,
    password_hash: passwordHash ?? '',
    totp_secret: secondFactor?.totpSecret ?? '',
    passkeys: JSON.stringify(
      (secondFactor?.passkeys ?? []).map(passkey => ({
        id: passkey.credentialId,
        public_key: passkey.publicKey,
        sign_count: passkey.signCount,
        transports: passkey.transports,
        name: passkey.name,
        created_at: passkey.createdAtSeconds,
        last_used_on: passkey.lastUsedOn,
      })),
    ),
    recovery_hashes: secondFactor?.recoveryHashes ?? [],
    provider_issuer: providerLink?.issuer ?? '',
    provider_subject: providerLink?.subject ?? '',
    is_operator: isOperator,
    created_at: createdAtSeconds,
  }),
}

export const SESSIONS: SettingsTable<Session> = {
  name: 'sessions',
  list: listSessions,
  fromRow: v.pipe(
    v.object({
      token_hash: text,
      user_id: text,
      client: v.string(),
      has_provider_factor: v.boolean(),
      created_at_seconds: seconds,
      expires_at_seconds: seconds,
    }),
    v.transform(row => ({
      tokenHash: row.token_hash,
      userId: row.user_id,
      client: row.client,
      hasProviderFactor: row.has_provider_factor,
      createdAtSeconds: row.created_at_seconds,
      expiresAtSeconds: row.expires_at_seconds,
    })),
  ),
  toRow: ({ tokenHash, userId, client, hasProviderFactor, createdAtSeconds, expiresAtSeconds }) => ({
    token_hash: tokenHash,
    user_id: userId,
    client,
    has_provider_factor: hasProviderFactor,
    created_at: createdAtSeconds,
    expires_at: expiresAtSeconds,
  }),
}

export const API_KEYS: SettingsTable<ApiKey> = {
  name: 'api_keys',
  list: listApiKeys,
  fromRow: v.pipe(
    v.object({
      id: text,
      key_hash: text,
      name: v.string(),
      site_id: seconds,
      scopes: v.array(v.picklist(API_KEY_SCOPES)),
      created_by: v.string(),
      created_at_seconds: seconds,
      expires_at_seconds: seconds,
    }),
    v.transform(row => ({
      id: row.id,
      keyHash: row.key_hash,
      name: row.name,
      siteId: row.site_id === 0 ? undefined : (row.site_id as SiteId),
      scopes: row.scopes,
      createdBy: row.created_by || undefined,
      createdAtSeconds: row.created_at_seconds,
      expiresAtSeconds: row.expires_at_seconds || undefined,
    })),
  ),
  toRow: ({ id, keyHash, name, siteId, scopes, createdBy, createdAtSeconds, expiresAtSeconds }) => ({
    id,
    key_hash: keyHash,
    name,
    site_id: siteId ?? 0,
    scopes,
    created_by: createdBy ?? '',
    created_at: createdAtSeconds,
    expires_at: expiresAtSeconds ?? 0,
  }),
}

export const SHARE_LINKS: SettingsTable<ShareLink> = {
  name: 'share_links',
  list: listShareLinks,
  fromRow: v.pipe(
    v.object({
      id: text,
      token_hash: text,
      name: v.string(),
      site_id: siteId,
      password_hash: v.string(),
      created_by: v.string(),
      created_at_seconds: seconds,
      expires_at_seconds: seconds,
      segment: v.union([
        v.pipe(
          v.literal(''),
          v.transform(() => undefined),
        ),
        v.pipe(v.string(), v.parseJson(), FIXED_SEGMENT_SCHEMA),
      ]),
      minimum_visitors: v.number(),
      origins: v.array(v.string()),
      is_public: v.boolean(),
      is_indexed: v.boolean(),
    }),
    v.transform(row => ({
      id: row.id,
      tokenHash: row.token_hash,
      name: row.name,
      siteId: row.site_id,
      passwordHash: row.password_hash || undefined,
      createdBy: row.created_by || undefined,
      createdAtSeconds: row.created_at_seconds,
      expiresAtSeconds: row.expires_at_seconds || undefined,
      limits: { segment: row.segment, minimum: row.minimum_visitors },
      origins: row.origins,
      isPublic: row.is_public,
      isIndexed: row.is_indexed,
    })),
  ),
  toRow: link => ({
    id: link.id,
    token_hash: link.tokenHash,
    name: link.name,
    site_id: link.siteId,
    password_hash: link.passwordHash ?? '',
    created_by: link.createdBy ?? '',
    created_at: link.createdAtSeconds,
    expires_at: link.expiresAtSeconds ?? 0,
    segment: link.limits.segment === undefined ? '' : JSON.stringify(link.limits.segment),
    minimum_visitors: link.limits.minimum,
    origins: link.origins,
    is_public: link.isPublic,
    is_indexed: link.isIndexed,
  }),
}

export const SETUP_LINKS: SettingsTable<SetupLink> = {
  name: 'setup_links',
  list: listSetupLinks,
  fromRow: v.pipe(
    v.object({ token_hash: text, expires_at_seconds: seconds }),
    v.transform(row => ({ tokenHash: row.token_hash, expiresAtSeconds: row.expires_at_seconds })),
  ),
  toRow: ({ tokenHash, expiresAtSeconds }) => ({ token_hash: tokenHash, expires_at: expiresAtSeconds }),
}

export const MEMBERSHIPS: SettingsTable<Membership> = {
  name: 'memberships',
  list: listMemberships,
  fromRow: v.pipe(
    v.object({ site_id: siteId, user_id: text, role: v.picklist(ROLES), created_at_seconds: seconds }),
    v.transform(row => ({
      siteId: row.site_id,
      userId: row.user_id,
      role: row.role,
      createdAtSeconds: row.created_at_seconds,
    })),
  ),
  toRow: ({ siteId, userId, role, createdAtSeconds }) => ({
    site_id: siteId,
    user_id: userId,
    role,
    created_at: createdAtSeconds,
  }),
}

export const INVITATIONS: SettingsTable<Invitation> = {
  name: 'invitations',
  list: listInvitations,
  fromRow: v.pipe(
    v.object({
      token_hash: text,
      site_id: siteId,
      email: text,
      role: v.picklist(ROLES),
      invited_by: text,
      created_at_seconds: seconds,
      expires_at_seconds: seconds,
    }),
    v.transform(row => ({
      tokenHash: row.token_hash,
      siteId: row.site_id,
      email: row.email,
      role: row.role,
      invitedBy: row.invited_by,
      createdAtSeconds: row.created_at_seconds,
      expiresAtSeconds: row.expires_at_seconds,
    })),
  ),
  toRow: ({ tokenHash, siteId, email, role, invitedBy, createdAtSeconds, expiresAtSeconds }) => ({
    token_hash: tokenHash,
    site_id: siteId,
    email,
    role,
    invited_by: invitedBy,
    created_at: createdAtSeconds,
    expires_at: expiresAtSeconds,
  }),
}

export const PASSWORD_RESETS: SettingsTable<PasswordReset> = {
  name: 'password_resets',
  list: listPasswordResets,
  fromRow: v.pipe(
    v.object({ token_hash: text, user_id: text, expires_at_seconds: seconds }),
    v.transform(row => ({
      tokenHash: row.token_hash,
      userId: row.user_id,
      expiresAtSeconds: row.expires_at_seconds,
    })),
  ),
  toRow: ({ tokenHash, userId, expiresAtSeconds }) => ({
    token_hash: tokenHash,
    user_id: userId,
    expires_at: expiresAtSeconds,
  }),
}
