import type { Deed, SimulatedSite } from './simulated-site.ts'

/** What the dashboard should say of one local day. */
export interface ReferenceDay {
  readonly day: string
  readonly visitors: number
  readonly visits: number
  readonly pageviews: number
  /** Whole percent, half up. */
  readonly bounceRate: number
  /** Mean in whole seconds, half up. */
  readonly visitDuration: number
}

interface Visit {
  readonly day: string
  readonly firstSeconds: number
  lastSeconds: number
  views: number
  signUps: number
}

const GAP_SECONDS = 1_800

/**
 * Counts a simulated site by reading its deeds one after the other, from the words of the definitions alone: a visit is
 * one device's deeds of one local day without a pause over 30 minutes; engagement prolongs a visit and never begins one.
 */
export function referenceDays({ timezone, deeds }: SimulatedSite): readonly ReferenceDay[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' })
  const open = new Map<number, Visit>()
  const visits: { readonly device: number; readonly visit: Visit }[] = []
  for (const deed of deeds) {
    const day = format.format(deed.atSeconds * 1_000)
    let visit = open.get(deed.device)
    const goesOn =
      visit !== undefined && visit.day === day && deed.atSeconds - visit.lastSeconds <= GAP_SECONDS
    if (!goesOn || visit === undefined) {
      if (deed.kind === 'engagement') continue
      visit = { day, firstSeconds: deed.atSeconds, lastSeconds: deed.atSeconds, views: 0, signUps: 0 }
      open.set(deed.device, visit)
      visits.push({ device: deed.device, visit })
    }
    add(visit, deed)
  }
  const days = [...new Set(visits.map(({ visit }) => visit.day))].sort()
  return days.map(day =>
    countDay(
      day,
      visits.filter(({ visit }) => visit.day === day),
    ),
  )
}

function add(visit: Visit, { atSeconds, kind }: Deed): void {
  visit.lastSeconds = atSeconds
  if (kind === 'view') visit.views++
  if (kind === 'sign up') visit.signUps++
}

function countDay(
  day: string,
  visits: readonly { readonly device: number; readonly visit: Visit }[],
): ReferenceDay {
  let pageviews = 0
  let bounces = 0
  let seconds = 0
  for (const { visit } of visits) {
    pageviews += visit.views
    seconds += visit.lastSeconds - visit.firstSeconds
    if (visit.views === 1 && visit.signUps === 0) bounces++
  }
  return {
    day,
    visitors: new Set(visits.map(({ device }) => device)).size,
    visits: visits.length,
    pageviews,
    bounceRate: Math.floor((100 * bounces) / visits.length + 0.5),
    visitDuration: Math.floor(seconds / visits.length + 0.5),
  }
}
