import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { areaOf } from '../../collector/core/geo/area.ts'
import { countryName } from '../../collector/core/geo/country-name.ts'
import {
  type ColumnDimension,
  definitionOf,
  isPropertyDimension,
  type NamedDimension,
} from '../../collector/core/query/dimensions.ts'
import type { Visit } from './visits.ts'

/** What people see of a dimension of an event and its visit. */
export function shownValue(dimension: ColumnDimension, event: AnalyticsEvent, visit: Visit): string {
  const value = isPropertyDimension(dimension)
    ? (event.props[dimension.slice('event:props:'.length)] ?? '')
    : VALUES[dimension](event, visit)
  return value === '' ? definitionOf(dimension).missing : value
}

const VALUES: Record<NamedDimension, (event: AnalyticsEvent, visit: Visit) => string> = {
  'event:page': event => event.page,
  'event:name': event => event.name,
  'event:hostname': event => event.hostname,
  'visit:source': event => event.acquisition.source,
  'visit:channel': event => event.acquisition.channel,
  'visit:referrer': event => event.acquisition.referrer,
  'visit:utm_source': event => event.acquisition.utmSource,
  'visit:utm_medium': event => event.acquisition.utmMedium,
  'visit:utm_campaign': event => event.acquisition.utmCampaign,
  'visit:utm_content': event => event.acquisition.utmContent,
  'visit:utm_term': event => event.acquisition.utmTerm,
  'visit:area': event => areaOf(event.place.country),
  'visit:country': event => event.place.country,
  'visit:country_name': event => countryName(event.place.country),
  'visit:region': event => event.place.region,
  'visit:region_name': event => event.place.regionName,
  'visit:city': event => event.place.city,
  'visit:city_name': event => event.place.cityName,
  'visit:language': event => event.client.language,
  'visit:browser': event => event.client.browser,
  'visit:browser_version': event => event.client.browserVersion,
  'visit:os': event => event.client.os,
  'visit:os_version': event => event.client.osVersion,
  'visit:device': event => event.client.device,
  'visit:screen': event => event.client.device,
  'visit:entry_page': (_, visit) => visit.entry?.page ?? '',
  'visit:exit_page': (_, visit) => visit.exit?.page ?? '',
  'visit:entry_page_hostname': (_, visit) => visit.entry?.hostname ?? '',
  'visit:exit_page_hostname': (_, visit) => visit.exit?.hostname ?? '',
}
