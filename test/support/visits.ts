import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { VisitId, VisitorId } from '../../collector/core/ids.ts'
import type { Site } from '../../collector/core/ports.ts'
import { localDay, secondsOfLocal } from '../../collector/core/time/zone.ts'
import { anEvent } from './events.ts'

/** `HH:MM[:SS] name-or-page`: a text that begins with `/` is a view of that page, `~/page` engagement on it. */
export interface VisitSketch {
  readonly site: Site
  readonly day: string
  /** Small numbers that tell visitors and visits apart; a visit is named by both and its day. */
  readonly visitor: number
  readonly visit?: number
  readonly steps: readonly string[]
  readonly facts?: Partial<AnalyticsEvent>
}

/** The events of a visit that is written down as a list of steps in site time. */
export function aVisit({ site, day, visitor, visit = 1, steps, facts = {} }: VisitSketch): AnalyticsEvent[] {
  let page = '/'
  return steps.map(step => {
    const [time = '', what = '/'] = step.split(' ')
    const isEngagement = what.startsWith('~')
    const isView = what.startsWith('/')
    if (isView) page = what
    const timestampSeconds = secondsOfLocal(
      `${day} ${time.length === 5 ? `${time}:00` : time}`,
      site.timezone,
    )
    const number = `${site.id}${day.replaceAll('-', '')}${visitor}`
    return anEvent({
      ...facts,
      siteId: site.id,
      day: localDay(timestampSeconds, site.timezone),
      timestampSeconds,
      visitorId: number as VisitorId,
      visitId: `${number}${visit}` as VisitId,
      name: isView ? 'pageview' : isEngagement ? 'engagement' : what.replace('?', ''),
      page: isEngagement ? what.slice(1) : page,
      interactive: !what.endsWith('?'),
    })
  })
}
