import type { ShareLink } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { openFailureCounts } from './failure-counts.ts'
import { isPassword } from './passwords.ts'
import { shareBearer } from './share-links.ts'
import { tokenHash } from './tokens.ts'

/** A wrong password is forgotten after this long. */
const WINDOW_SECONDS = 15 * 60
/** Wrong passwords of one link from one network, and of one link from everywhere. */
const PER_LINK_AND_NETWORK = 10
const PER_LINK = 200

export type ShareOpening =
  /** `bearer` is what to send with every question. */
  | { readonly status: 'open'; readonly bearer: string; readonly link: ShareLink }
  /** Over, revoked or unknown. */
  | { readonly status: 'gone' }
  | { readonly status: 'password_needed' }
  | { readonly status: 'wrong_password'; readonly link: ShareLink }
  | { readonly status: 'throttled'; readonly waitSeconds: number }

/** Opens a link, with its password where it has one. Throws `BusyError` when too many passwords are checked. */
export type OpenShare = (typed: {
  readonly token: string
  /** Empty: none was given. */
  readonly password: string
  /** The client's truncated network. */
  readonly network: string
}) => Promise<ShareOpening>

/** With a memory of wrong passwords of its own. */
export function createOpenShare(
  directory: Pick<Directory, 'shareLinkByHash' | 'refresh'>,
  nowSeconds: () => number,
): OpenShare {
  const pairs = openFailureCounts(WINDOW_SECONDS, nowSeconds)
  const links = openFailureCounts(WINDOW_SECONDS, nowSeconds)

  return async ({ token, password, network }) => {
    const hash = tokenHash(token)
    if (directory.shareLinkByHash(hash) === undefined) await directory.refresh()
    const link = directory.shareLinkByHash(hash)
    if (link === undefined) return { status: 'gone' }
    if (link.passwordHash === undefined) return { status: 'open', bearer: token, link }
    if (password === '') return { status: 'password_needed' }
    const pair = `${link.id} ${network}`
    const waitSeconds = Math.max(
      pairs.waitSeconds(pair, PER_LINK_AND_NETWORK),
      links.waitSeconds(link.id, PER_LINK),
    )
    if (waitSeconds > 0) return { status: 'throttled', waitSeconds }
    // Counted before it is checked, so that parallel tries count too.
    pairs.add(pair)
    links.add(link.id)
    try {
      if (!(await isPassword(password, link.passwordHash, network))) return { status: 'wrong_password', link }
    } catch (error) {
      pairs.undo(pair)
      links.undo(link.id)
      throw error
    }
    pairs.undo(pair)
    links.undo(link.id)
    return { status: 'open', bearer: shareBearer(token, link), link }
  }
}
