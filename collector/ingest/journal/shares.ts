import type { SiteId } from '../../core/ids.ts'

/**
 * How many times the free room one site may fill. With 4, a site that floods an otherwise empty journal is stopped
 * at 80 % of it; of several that flood, each is stopped so early that room is always left for the others.
 */
const SHARE_OF_FREE = 4

/** Who fills the journal, and whether there is room for more. */
export interface Shares {
  /** True when `bytes` of this site fit in: below the limit of all, and below the site's own share. */
  admits(siteId: SiteId, bytes: number): boolean
  add(siteId: SiteId, bytes: number): void
  remove(siteId: SiteId, bytes: number): void
  /** Bytes of all sites. */
  total(): number
}

/**
 * Divides `maxBytes` among sites without a fixed quota: a site's limit is a multiple of the room that is free.
 * Source: dynamic thresholds for shared buffers (Choudhury and Hahne 1998).
 */
export function openShares(maxBytes: number): Shares {
  const bySite = new Map<SiteId, number>()
  let total = 0
  return {
    admits(siteId, bytes) {
      const free = maxBytes - total - bytes
      return free >= 0 && (bySite.get(siteId) ?? 0) + bytes <= SHARE_OF_FREE * free
    },
    add(siteId, bytes) {
      total += bytes
      bySite.set(siteId, (bySite.get(siteId) ?? 0) + bytes)
    },
    remove(siteId, bytes) {
      total -= bytes
      const left = (bySite.get(siteId) ?? 0) - bytes
      if (left > 0) bySite.set(siteId, left)
      else bySite.delete(siteId)
    },
    total: () => total,
  }
}
