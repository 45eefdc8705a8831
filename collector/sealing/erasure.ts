import type { SiteId } from '../core/ids.ts'
import type { SiteDataStore } from '../core/ports.ts'

export interface ErasureOptions {
  readonly store: SiteDataStore
  /** The journal that is stored so far must not take what is gone for lost. */
  readonly markStored: () => Promise<void>
  /** Told after sites were erased, and which. */
  readonly onErased: (sites: readonly SiteId[]) => unknown
}

/** Erases what was counted of sites that were removed. */
export interface Erasure {
  /**
   * Looks for removed sites of which something is stored, and erases it from the disk; how many sites. To be called again
   * and again: events that were on their way when a site was removed are stored, and erased, afterwards.
   */
  eraseGone(): Promise<number>
}

export function openErasure({ store, markStored, onErased }: ErasureOptions): Erasure {
  return {
    async eraseGone() {
      const gone = await store.goneSitesWithData()
      if (gone.length === 0) return 0
      await markStored()
      await store.erase(gone)
      // Of what was stored meanwhile the latest event may be gone, too.
      await markStored()
      await onErased(gone)
      return gone.length
    },
  }
}
