import { NO_ANNOTATIONS } from '../core/annotations/site-annotations.ts'
import { NO_FUNNELS } from '../core/funnels/site-funnels.ts'
import type { SiteId } from '../core/ids.ts'
import type { FormerDomain, Membership, SettingsStore, Site, User } from '../core/ports.ts'
import { NO_SEGMENTS } from '../core/segments/site-segments.ts'
import { DEFAULT_SITE_SETTINGS } from '../core/site/site-settings.ts'
import type { RecordBook } from './record-book.ts'

/** How long a site's old domain still names it, so that nobody has to change every page in the same second. */
export const FORMER_DOMAIN_SECONDS = 72 * 3_600

/** What is needed to add a site. */
export interface NewSite {
  /** From `parseSiteDomain`. */
  readonly domain: string
  /** From `parseSiteTimezone`. */
  readonly timezone: string
}

/** The sites that are tracked. Look-ups never wait. */
export interface TrackedSites {
  /** By domain, alphabetically. */
  sites(): readonly Site[]
  /** By its domain, or for three days by the one that it had before, where no other site has that now. */
  siteByDomain(domain: string): Site | undefined
  siteById(id: SiteId): Site | undefined

  /** Adds a site under the next id, and makes a user its owner; undefined when the domain is tracked already. */
  addSite(site: NewSite, owner?: User): Promise<Site | undefined>
  /** Changes a site: `change` gets it as it is stored and returns it with the same id. Undefined when it is gone. */
  changeSite(id: SiteId, change: (site: Site) => Site): Promise<Site | undefined>
  /** Gives a site another domain; `taken` when another site has it. Undefined when the site is gone. */
  renameSite(id: SiteId, domain: string): Promise<Site | 'taken' | undefined>
  /**
   * Lets a site begin anew: it gets the next id, and everything that was counted under the old one is erased as that of a
   * removed site is. Settings, goals, people, keys and links stay. Undefined when the site is gone.
   */
  resetSite(id: SiteId): Promise<Site | undefined>
  /** Removes a site with its keys, links, members and invitations; its id is never given again. */
  removeSite(site: Site): Promise<void>
}

/** How often an id is tried anew when the command line and the collector give the same one at once. */
const MAX_ID_TRIES = 3

/** Sites on records. `nowSeconds` tells which former domains still count. */
export function openTrackedSites(
  book: RecordBook,
  settings: SettingsStore,
  nowSeconds: () => number,
): TrackedSites {
  const { exclusively, reload, add, remove, replace } = book
  const records = () => book.index().records

  /** Stores a site under the next id; undefined when another one of this domain was there before it. */
  async function putNew(site: Omit<Site, 'id'>, mayShare?: Site): Promise<Site | undefined> {
    for (let tries = 0; tries < MAX_ID_TRIES; tries++) {
      await reload()
      const present = book.index().siteByDomain.get(site.domain)
      if (present !== undefined && present.id !== mayShare?.id) return undefined
      // A site id is born here, and in the database's rows.
      const id = ((await settings.highestSiteId()) + 1) as SiteId
      await settings.sites.put({ ...site, id })
      await reload()
      const stored = book.index().siteById.get(id)
      if (stored?.domain !== site.domain) continue
      const first = book.index().siteByDomain.get(site.domain)
      if (first === stored || (first !== undefined && first.id === mayShare?.id)) return stored
      await remove('sites', stored)
      return undefined
    }
    throw new Error('Another program adds sites at the same moment. Try again.')
  }

  /** Keeps only those that still name the site, and the newest one. */
  function formerAfter({ domain, formerDomains }: Site, next: string): readonly FormerDomain[] {
    const now = nowSeconds()
    const left = { domain, untilSeconds: now + FORMER_DOMAIN_SECONDS }
    return [...formerDomains, left].filter(former => former.untilSeconds > now && former.domain !== next)
  }

  const isOf =
    ({ id }: Pick<Site, 'id'>) =>
    ({ siteId }: { readonly siteId: SiteId | undefined }): boolean =>
      siteId === id

  return {
    // The younger of two of one domain is one that could not be finished.
    sites: () =>
      records()
        .sites.filter(site => book.index().siteByDomain.get(site.domain) === site)
        .toSorted((a, b) => (a.domain < b.domain ? -1 : 1)),

    siteByDomain(domain) {
      const { siteByDomain, siteByFormerDomain } = book.index()
      const site = siteByDomain.get(domain)
      if (site !== undefined || siteByFormerDomain.size === 0) return site
      const renamed = siteByFormerDomain.get(domain)
      const isStill = renamed?.formerDomains.some(
        former => former.domain === domain && former.untilSeconds > nowSeconds(),
      )
      return isStill ? renamed : undefined
    },

    siteById: id => book.index().siteById.get(id),

    addSite: ({ domain, timezone }, owner) =>
      exclusively(async () => {
        const stored = await putNew({
          domain,
          formerDomains: [],
          timezone,
          zoneChanges: [],
          settings: DEFAULT_SITE_SETTINGS,
          goals: [],
          segments: NO_SEGMENTS,
          annotations: NO_ANNOTATIONS,
          funnels: NO_FUNNELS,
          createdAtSeconds: nowSeconds(),
        })
        if (stored !== undefined && owner !== undefined) {
          const membership: Membership = {
            siteId: stored.id,
            userId: owner.id,
            role: 'owner',
            createdAtSeconds: nowSeconds(),
          }
          await add('memberships', membership)
        }
        return stored
      }),

    changeSite: (id, change) =>
      exclusively(async () => {
        await reload()
        const stored = book.index().siteById.get(id)
        if (stored === undefined) return undefined
        const changed = change(stored)
        await replace('sites', stored, changed)
        return changed
      }),

    renameSite: (id, domain) =>
      exclusively(async () => {
        await reload()
        const stored = book.index().siteById.get(id)
        if (stored === undefined || stored.domain === domain) return stored
        if (book.index().siteByDomain.has(domain)) return 'taken'
        const renamed: Site = { ...stored, domain, formerDomains: formerAfter(stored, domain) }
        await replace('sites', stored, renamed)
        return renamed
      }),

    resetSite: id =>
      exclusively(async () => {
        await reload()
        const stored = book.index().siteById.get(id)
        if (stored === undefined) return undefined
        const fresh = await putNew({ ...stored, createdAtSeconds: nowSeconds() }, stored)
        if (fresh === undefined) return undefined
        // The old site last: until then it keeps the domain, and the reset can be done again.
        for (const membership of records().memberships.filter(isOf(stored))) {
          await add('memberships', { ...membership, siteId: fresh.id })
          await remove('memberships', membership)
        }
        for (const invitation of records().invitations.filter(isOf(stored)))
          await replace('invitations', invitation, { ...invitation, siteId: fresh.id })
        for (const key of records().apiKeys.filter(isOf(stored)))
          await replace('apiKeys', key, { ...key, siteId: fresh.id })
        for (const link of records().shareLinks.filter(isOf(stored)))
          await replace('shareLinks', link, { ...link, siteId: fresh.id })
        const old = book.index().siteById.get(id)
        if (old !== undefined) await remove('sites', old)
        return fresh
      }),

    removeSite: site =>
      exclusively(async () => {
        for (const key of records().apiKeys.filter(isOf(site))) await remove('apiKeys', key)
        for (const link of records().shareLinks.filter(isOf(site))) await remove('shareLinks', link)
        for (const membership of records().memberships.filter(isOf(site)))
          await remove('memberships', membership)
        for (const invitation of records().invitations.filter(isOf(site)))
          await remove('invitations', invitation)
        const stored = book.index().siteById.get(site.id)
        if (stored !== undefined) await remove('sites', stored)
      }),
  }
}
