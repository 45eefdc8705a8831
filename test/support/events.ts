import { NO_ANNOTATIONS } from '../../collector/core/annotations/site-annotations.ts'
import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { NO_FUNNELS } from '../../collector/core/funnels/site-funnels.ts'
import type { Day, SiteId, VisitId, VisitorId } from '../../collector/core/ids.ts'
import type { Site } from '../../collector/core/ports.ts'
import { NO_SEGMENTS } from '../../collector/core/segments/site-segments.ts'
import { DEFAULT_SITE_SETTINGS } from '../../collector/core/site/site-settings.ts'

/** A site in Helsinki; what a test cares about is given. */
export function aSite(change: Partial<Site> = {}): Site {
  return {
    id: 1 as SiteId,
    domain: 'example.com',
    formerDomains: [],
    timezone: 'Europe/Helsinki',
    zoneChanges: [],
    settings: DEFAULT_SITE_SETTINGS,
    goals: [],
    segments: NO_SEGMENTS,
    annotations: NO_ANNOTATIONS,
    funnels: NO_FUNNELS,
    createdAtSeconds: 0,
    ...change,
  }
}

/** A page view of the front page; what a test cares about is given. */
export function anEvent(change: Partial<AnalyticsEvent> = {}): AnalyticsEvent {
  return {
    siteId: 1 as SiteId,
    day: '2026-03-10' as Day,
    timestampSeconds: Date.parse('2026-03-10T10:00:00Z') / 1_000,
    name: 'pageview',
    visitorId: '1001' as VisitorId,
    visitId: '2001' as VisitId,
    hostname: 'example.com',
    page: '/',
    interactive: true,
    props: {},
    acquisition: {
      source: '',
      channel: 'Direct',
      referrer: '',
      utmSource: '',
      utmMedium: '',
      utmCampaign: '',
      utmContent: '',
      utmTerm: '',
    },
    client: {
      browser: 'Firefox',
      browserVersion: '140',
      os: 'Linux',
      osVersion: '',
      device: 'Desktop',
      language: 'fi',
    },
    place: { country: 'FI', region: '', regionName: '', city: '', cityName: '' },
    revenue: undefined,
    engagement: undefined,
    idempotencyKey: '0',
    ...change,
  }
}

/** Page views that differ by their page: `/0`, `/1`, … from `first` on. */
export function somePages(count: number, first = 0): AnalyticsEvent[] {
  return Array.from({ length: count }, (_, index) => anEvent({ page: `/${first + index}` }))
}
