import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '../../../../collector/core/acquisition/channel.ts'
import { type AnalyticsEvent, DEVICES } from '../../../../collector/core/event/analytics-event.ts'
import { decodeRecord, encodeRecord, RECORD_FIELDS } from '../../../../collector/core/event/event-record.ts'
import { anEvent } from '../../../support/events.ts'

/** Whatever a page or a header may hold: quotes, backslashes, controls, halves of characters. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom('', '"', '\\', '\\"', '\u2028', '\ud800', '\u0000', '\u007f', "'),(", '\n'),
)

const events: fc.Arbitrary<AnalyticsEvent> = fc
  .record({
    name: text,
    hostname: text,
    page: text,
    interactive: fc.boolean(),
    props: fc.dictionary(text, text, { maxKeys: 3 }),
    acquisition: fc.record({
      source: text,
      channel: fc.constantFrom(...CHANNELS),
      referrer: text,
      utmSource: text,
      utmMedium: text,
      utmCampaign: text,
      utmContent: text,
      utmTerm: text,
    }),
    client: fc.record({
      browser: text,
      browserVersion: text,
      os: text,
      osVersion: text,
      device: fc.constantFrom(...DEVICES),
      language: text,
    }),
    place: fc.record({ country: text, region: text, regionName: text, city: text, cityName: text }),
    revenue: fc.option(
      fc.record({ amount: fc.constantFrom('0', '-12.5', '1.005'), currency: fc.constantFrom('EUR', 'USD') }),
      { nil: undefined },
    ),
  })
  .map(facts => anEvent(facts))

describe('encodeRecord', () => {
  it('is the JSON that JSON.stringify writes', () => {
    fc.assert(
      fc.property(events, event => {
        const record = encodeRecord(event)
        const values: unknown = JSON.parse(record)
        expect(values).toHaveLength(RECORD_FIELDS.length)
        expect(record).toBe(JSON.stringify(values))
      }),
      { numRuns: 1_000 },
    )
  })

  it('holds the whole event: what is read back is what was written', () => {
    fc.assert(
      fc.property(events, event => {
        expect(decodeRecord(encodeRecord(event))).toEqual(event)
      }),
      { numRuns: 1_000 },
    )
  })

  it('holds what an engagement tells', () => {
    for (const scrollDepth of [undefined, 0, 100]) {
      const event = anEvent({ name: 'engagement', engagement: { scrollDepth, engagedMs: 12_000 } })
      expect(decodeRecord(encodeRecord(event))).toEqual(event)
    }
  })

  it('can be read whatever stands where a number belongs', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'never', null]) {
      const engagement = { scrollDepth: value as number, engagedMs: value as number }
      const record = encodeRecord(anEvent({ timestampSeconds: value as number, engagement }))
      expect(JSON.stringify(JSON.parse(record))).toBe(record)
    }
  })

  it('puts each value into its field', () => {
    const { acquisition, client, place } = anEvent()
    const event = anEvent({
      acquisition: { ...acquisition, source: 'source', referrer: 'referrer', utmTerm: 'term' },
      client: { ...client, language: 'language', browserVersion: '7' },
      place: { ...place, country: 'FI', cityName: 'Espoo' },
      revenue: { amount: '12.5', currency: 'EUR' },
      engagement: undefined,
    })
    const values: unknown[] = JSON.parse(encodeRecord(event))
    const byField = Object.fromEntries(RECORD_FIELDS.map((field, index) => [field, values[index]]))
    expect(byField).toMatchObject({
      site_id: event.siteId,
      day: event.day,
      timestamp: event.timestampSeconds,
      visitor_id: event.visitorId,
      visit_id: event.visitId,
      source: 'source',
      referrer: 'referrer',
      utm_term: 'term',
      language: 'language',
      browser_version: '7',
      country: 'FI',
      city_name: 'Espoo',
      scroll_depth: 255,
      engaged_ms: 0,
      revenue_amount: '12.5',
      revenue_currency: 'EUR',
    })
  })
})
