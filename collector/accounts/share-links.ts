import { createHmac, timingSafeEqual } from 'node:crypto'
import { allows, type Role } from '../core/access/roles.ts'
import type { SiteId } from '../core/ids.ts'
import type { ShareLink, Site, User } from '../core/ports.ts'
import type { ShareLimits } from '../core/sharing/share-limits.ts'
import type { RecordBook } from './record-book.ts'
import { randomToken, tokenHash } from './tokens.ts'

/** What every link's token begins with, so that scanners find links in places where they do not belong. */
const SHARE_PREFIX = 'hanki_share_'
/** Characters of a token that its public name shows: 48 of 256 bits. */
const ID_CHARACTERS = SHARE_PREFIX.length + 8
/** What the token of a public view begins with; the rest is the site's number, so that everybody knows it. */
const PUBLIC_PREFIX = 'hanki_public_'
/** Links of one site at most. */
export const MAX_SHARE_LINKS = 100

/** What a link is to be. */
export interface ShareWishes {
  /** What it is for, in the words of whoever makes it; may be empty. */
  readonly name: string
  /** argon2id in PHC form; undefined: the link is enough. */
  readonly passwordHash: string | undefined
  /** Days until it is over; undefined: never. */
  readonly days: number | undefined
  /** Undefined: a key of the command line makes it. */
  readonly creatorId: string | undefined
  readonly limits: ShareLimits
  /** As `parseFramingOrigins` gives them. */
  readonly origins: readonly string[]
}

/** What a public view is to be. */
export type PublicWishes = Pick<ShareWishes, 'creatorId' | 'limits' | 'origins'> &
  Pick<ShareLink, 'isIndexed'>

/** Invents a link to a site, which is good once it is added. `token` is for the fragment of `/share#TOKEN`, and stored nowhere else. */
export function newShareLink(
  site: Site,
  { days, creatorId, ...wishes }: ShareWishes,
  nowSeconds: number,
): { readonly token: string; readonly link: ShareLink } {
  const token = `${SHARE_PREFIX}${randomToken()}`
  const link: ShareLink = {
    ...wishes,
    id: token.slice(0, ID_CHARACTERS),
    tokenHash: tokenHash(token),
    siteId: site.id,
    createdBy: creatorId,
    createdAtSeconds: nowSeconds,
    expiresAtSeconds: days === undefined ? undefined : nowSeconds + days * 86_400,
    isPublic: false,
    isIndexed: false,
  }
  return { token, link }
}

/** The one public view of a site, which takes the place of the one before. */
export function newPublicView(
  site: Site,
  { creatorId, ...wishes }: PublicWishes,
  nowSeconds: number,
): ShareLink {
  const token = publicToken(site.id)
  return {
    ...wishes,
    id: token,
    tokenHash: tokenHash(token),
    name: '',
    siteId: site.id,
    passwordHash: undefined,
    createdBy: creatorId,
    createdAtSeconds: nowSeconds,
    expiresAtSeconds: undefined,
    isPublic: true,
  }
}

/** What opens the public view of a site, if there is one. */
export function publicToken(siteId: SiteId): string {
  return `${PUBLIC_PREFIX}${siteId}`
}

/** Links to statistics. Look-ups never wait. */
export interface ShareLinks {
  /** Links of a site, the oldest first, those that are over among them; without the public view. */
  shareLinksOf(site: Site): readonly ShareLink[]
  /** The public view of a site, also one that is worth nothing since whoever made it may not share the site any more. */
  publicViewOf(site: Site): ShareLink | undefined
  /** A link that is good, by its public name. */
  shareLinkById(id: string): ShareLink | undefined
  /** A link that is not over, and that whoever made it could still make. */
  shareLinkByHash(tokenHash: string): ShareLink | undefined
  addShareLink(link: ShareLink): Promise<void>
  /** Makes this the public view of its site. */
  putPublicView(view: ShareLink): Promise<void>
  removeShareLink(link: ShareLink): Promise<void>
}

/** Links on records. `nowSeconds` tells which of them are over. */
export function openShareLinks(
  book: RecordBook,
  roleOf: (user: User, site: Site) => Role | undefined,
  nowSeconds: () => number,
): ShareLinks {
  function isGood({ siteId, createdBy, expiresAtSeconds = Number.POSITIVE_INFINITY }: ShareLink): boolean {
    const site = book.index().siteById.get(siteId)
    if (site === undefined || expiresAtSeconds <= nowSeconds()) return false
    if (createdBy === undefined) return true
    const creator = book.index().userById.get(createdBy)
    return creator !== undefined && allows(roleOf(creator, site), 'share_site')
  }

  return {
    shareLinksOf: site =>
      book
        .index()
        .records.shareLinks.filter(({ siteId, isPublic }) => siteId === site.id && !isPublic)
        .toSorted((a, b) => a.createdAtSeconds - b.createdAtSeconds),
    publicViewOf: site => book.index().shareLinkByHash.get(tokenHash(publicToken(site.id))),
    shareLinkById(id) {
      const link = book.index().shareLinkById.get(id)
      return link !== undefined && isGood(link) ? link : undefined
    },
    shareLinkByHash(hash) {
      const link = book.index().shareLinkByHash.get(hash)
      return link !== undefined && isGood(link) ? link : undefined
    },
    addShareLink: link => book.exclusively(() => book.add('shareLinks', link)),
    putPublicView: view =>
      book.exclusively(async () => {
        const stored = book.index().shareLinkByHash.get(view.tokenHash)
        if (stored === undefined) await book.add('shareLinks', view)
        else await book.replace('shareLinks', stored, view)
      }),
    removeShareLink: link =>
      book.exclusively(async () => {
        const stored = book.index().shareLinkByHash.get(link.tokenHash)
        if (stored !== undefined) await book.remove('shareLinks', stored)
      }),
  }
}

/**
 * What a browser that has opened a link sends as `Bearer`: the token, and, where the link has a password, proof that it was
 * given. It is made of both hashes, so that another password ends it, and nothing has to be stored of who looks.
 */
export function shareBearer(token: string, { passwordHash }: ShareLink): string {
  return passwordHash === undefined ? token : `${token}.${proofOf(token, passwordHash)}`
}

/** The link that a `Bearer` opens; undefined: none that is good, or the password was not given. */
export function findShareLink(
  directory: Pick<ShareLinks, 'shareLinkByHash'>,
  bearer: string,
): ShareLink | undefined {
  if (!bearer.startsWith(SHARE_PREFIX) && !bearer.startsWith(PUBLIC_PREFIX)) return undefined
  const [token = '', proof = ''] = bearer.split('.', 2)
  const link = directory.shareLinkByHash(tokenHash(token))
  if (link?.passwordHash === undefined) return link
  const wanted = Buffer.from(proofOf(token, link.passwordHash))
  const given = Buffer.from(proof)
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? link : undefined
}

function proofOf(token: string, passwordHash: string): string {
  return createHmac('sha256', passwordHash).update(token).digest('base64url')
}
