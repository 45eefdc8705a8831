import type { SiteStatusBody } from '../../../collector/http/contract.ts'

/** Why a site may have no events yet, as far as the collector's own counters tell; the surest first. */
export type InstallFinding =
  /** The snippet runs on hosts that are not the site's. */
  | { readonly kind: 'other_hosts'; readonly names: readonly string[] }
  /** What came was left out by a rule of the owner's. */
  | { readonly kind: 'shielded' }
  /** Only programs came. */
  | { readonly kind: 'only_bots'; readonly names: readonly string[] }
  /** Only data centres came: a server, a VPN, a test in the cloud. */
  | { readonly kind: 'only_data_centres'; readonly names: readonly string[] }
  /** Events came for domains that are not set up here, perhaps a slip in `data-domain`. */
  | { readonly kind: 'unknown_site'; readonly count: number }
  /** A proxy hides the visitors' addresses. */
  | { readonly kind: 'unknown_proxy' }
  /** Nothing came at all. */
  | { readonly kind: 'silence' }

/** Most names of one finding that are told. */
const MAX_NAMES = 3

type Counters = Pick<SiteStatusBody, 'not_counted_today' | 'unknown_site_events' | 'unknown_proxy'>

/** What the counters say about a site that waits for its first event. */
export function installFindings(status: Counters): InstallFinding[] {
  const findings: InstallFinding[] = []
  const namesOf = (reason: string): string[] | undefined => {
    const found = status.not_counted_today.find(one => one.reason === reason && one.count > 0)
    return found?.names.slice(0, MAX_NAMES).map(({ name }) => name)
  }
  const hosts = namesOf('unknown_hostname')
  if (hosts !== undefined) findings.push({ kind: 'other_hosts', names: hosts })
  const isShielded = status.not_counted_today.some(
    ({ reason, count }) => reason.startsWith('shield_') && count > 0,
  )
  if (isShielded) findings.push({ kind: 'shielded' })
  const bots = namesOf('bot')
  if (bots !== undefined) findings.push({ kind: 'only_bots', names: bots })
  const centres = namesOf('hosting_network')
  if (centres !== undefined) findings.push({ kind: 'only_data_centres', names: centres })
  const count = status.unknown_site_events ?? 0
  if (count > 0) findings.push({ kind: 'unknown_site', count })
  if (findings.length === 0) findings.push({ kind: 'silence' })
  if (status.unknown_proxy) findings.push({ kind: 'unknown_proxy' })
  return findings
}
