import type { Day, SiteId } from '../../core/ids.ts'

/** What is kept in place of a name that is one too many. */
export const OTHER = '(other)'

/** Lets at most so many different names through per site, day and list; all later new ones are `(other)`. */
export interface BoundedNames {
  bound(siteId: SiteId, day: Day, list: string, name: string): string
  /** Forgets the names of days before this one; the day is a site's own. */
  forgetBefore(siteId: SiteId, day: Day): void
}

/** Names live in memory: after a restart as many new ones fit again. */
export function openBoundedNames(most: number): BoundedNames {
  const bySite = new Map<SiteId, { day: Day; lists: Map<string, Set<string>> }>()
  return {
    bound(siteId, day, list, name) {
      let known = bySite.get(siteId)
      if (known === undefined || known.day < day) {
        known = { day, lists: new Map() }
        bySite.set(siteId, known)
      }
      let names = known.lists.get(list)
      if (names === undefined) {
        names = new Set()
        known.lists.set(list, names)
      }
      if (names.has(name)) return name
      if (names.size >= most) return OTHER
      names.add(name)
      return name
    },
    forgetBefore(siteId, day) {
      const known = bySite.get(siteId)
      if (known !== undefined && known.day < day) bySite.delete(siteId)
    },
  }
}
