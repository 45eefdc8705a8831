import type { Place } from '../../core/event/analytics-event.ts'

/** What is told of a network that nobody knows. */
export const NOWHERE: Place = { country: '', region: '', regionName: '', city: '', cityName: '' }

interface Named {
  readonly iso_code?: unknown
  readonly geoname_id?: unknown
  readonly names?: { readonly en?: unknown }
}

/** Every shape of record that is understood: GeoIP2 and its likes, and the flat one of the ip-location-db packages. */
interface PlaceRecord {
  readonly country?: Named
  readonly subdivisions?: readonly Named[]
  readonly city?: Named | string
  readonly country_code?: unknown
  readonly state1?: unknown
}

/** Reads the place out of a record of a country or city file; what is not there is unknown. */
export function placeOfRecord(record: unknown): Place {
  if (typeof record !== 'object' || record === null) return NOWHERE
  const { country, subdivisions, city, country_code: flatCountry, state1 } = record as PlaceRecord
  const code = text(country?.iso_code) || text(flatCountry)
  if (!/^[A-Z]{2}$/.test(code)) return NOWHERE
  const division = subdivisions?.[0]
  const regionName = text(division?.names?.en) || text(state1)
  const regionCode = text(division?.iso_code)
  const cityName = typeof city === 'object' ? text(city.names?.en) : text(city)
  const cityId =
    typeof city === 'object' && typeof city.geoname_id === 'number' ? String(city.geoname_id) : ''
  return {
    country: code,
    region: regionCode === '' ? regionName : `${code}-${regionCode}`,
    regionName: regionName || regionCode,
    city: cityId || cityName,
    cityName: cityName || cityId,
  }
}

/** Names are cut to what a place can be called. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 100) : ''
}
