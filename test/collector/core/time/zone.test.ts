import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import {
  addDays,
  isTimezone,
  localDateTime,
  localDay,
  secondsOfLocal,
  startOfDaySeconds,
} from '../../../../collector/core/time/zone.ts'

const ZONES = [
  'UTC',
  'Europe/Helsinki',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/Santiago',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]
const instants = fc.integer({
  min: Date.parse('2015-01-01T00:00:00Z') / 1_000,
  max: Date.parse('2035-01-01T00:00:00Z') / 1_000,
})
const zones = fc.constantFrom(...ZONES)

describe('startOfDaySeconds', () => {
  test.each([
    { zone: 'Europe/Helsinki', day: '2026-01-15', utc: '2026-01-14T22:00:00Z', why: 'winter time' },
    { zone: 'Europe/Helsinki', day: '2026-07-15', utc: '2026-07-14T21:00:00Z', why: 'summer time' },
    { zone: 'Asia/Kolkata', day: '2026-03-10', utc: '2026-03-09T18:30:00Z', why: 'a zone of half an hour' },
    {
      zone: 'America/Santiago',
      day: '2026-09-06',
      utc: '2026-09-06T04:00:00Z',
      why: 'the day begins at one',
    },
    { zone: 'America/Havana', day: '2026-11-01', utc: '2026-11-01T04:00:00Z', why: 'midnight comes twice' },
  ])('finds $day in $zone: $why', ({ zone, day, utc }) => {
    expect(startOfDaySeconds(day as Day, zone)).toBe(Date.parse(utc) / 1_000)
  })
})

test('a day starts at the first instant that the wall clock shows as that day or a later one', () => {
  const ofZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const ofDay = fc
    .integer({ min: Date.parse('1975-01-01') / 86_400_000, max: Date.parse('2037-01-01') / 86_400_000 })
    .map(days => addDays('1970-01-01' as Day, days))
  fc.assert(
    fc.property(ofDay, ofZone, (day, zone) => {
      const start = startOfDaySeconds(day, zone)
      expect(localDateTime(start, zone).slice(0, 10) >= day).toBe(true)
      expect(localDateTime(start - 1, zone).slice(0, 10) < day).toBe(true)
    }),
  )
})

describe('localDay', () => {
  test('says the same as the wall clock, in whatever order it is asked', () => {
    fc.assert(
      fc.property(instants, zones, (second, zone) => {
        expect(localDay(second, zone)).toBe(localDateTime(second, zone).slice(0, 10))
      }),
    )
  })

  test('lasts from the first instant of the day to the one before the next', () => {
    fc.assert(
      fc.property(instants, zones, (second, zone) => {
        const day = localDay(second, zone)
        const start = startOfDaySeconds(day, zone)
        const next = startOfDaySeconds(addDays(day, 1), zone)
        expect(start).toBeLessThanOrEqual(second)
        expect(next).toBeGreaterThan(second)
        expect(localDay(start - 1, zone)).toBe(addDays(day, -1))
        expect(localDay(next - 1, zone)).toBe(day)
      }),
    )
  })
})

describe('secondsOfLocal', () => {
  test('undoes localDateTime, up to an hour that comes twice', () => {
    fc.assert(
      fc.property(instants, zones, (second, zone) => {
        const local = localDateTime(second, zone)
        const found = secondsOfLocal(local, zone)
        expect(localDateTime(found, zone)).toBe(local)
        expect(second - found).toBeGreaterThanOrEqual(0)
        expect(second - found).toBeLessThanOrEqual(3_600)
      }),
    )
  })

  test.each([
    { local: '2026-03-29 03:30:00', utc: '2026-03-29T01:30:00Z', why: 'a skipped hour means one hour later' },
    {
      local: '2026-10-25 03:30:00',
      utc: '2026-10-25T00:30:00Z',
      why: 'an hour that comes twice means the first',
    },
  ])('reads $local in Helsinki: $why', ({ local, utc }) => {
    expect(secondsOfLocal(local, 'Europe/Helsinki')).toBe(Date.parse(utc) / 1_000)
  })
})

describe('isTimezone', () => {
  test.each([
    ['Europe/Helsinki', true],
    ['UTC', true],
    ['', false],
    ['+02:00', false],
    ['Europe/Atlantis', false],
  ])('answers for %j: %s', (name, expected) => {
    expect(isTimezone(name)).toBe(expected)
  })
})
