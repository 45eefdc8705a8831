import { beforeAll, describe, expect, it } from 'vitest'
import { parsePayload } from '../../../collector/core/event/payload.ts'
import type { Site } from '../../../collector/core/ports.ts'
import { clientAddressReader } from '../../../collector/http/client-address.ts'
import { openClientParser } from '../../../collector/ingest/client-parser.ts'
import { type CountryOf, openCountries } from '../../../collector/ingest/countries.ts'
import { openDayKeys } from '../../../collector/ingest/day-keys.ts'
import { type PipelineResult, runPipeline } from '../../../collector/ingest/pipeline.ts'
import type { RequestFacts } from '../../../collector/ingest/request-facts.ts'
import { openKnownSender } from '../../../collector/ingest/sender.ts'
import { openVisits } from '../../../collector/ingest/visits.ts'
import { aSite } from '../../support/events.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
const at = (time: string) => Date.parse(time) / 1_000

interface Request {
  readonly body?: object
  readonly facts?: Partial<RequestFacts>
  readonly address?: string
  readonly time?: string
}

describe('runPipeline', () => {
  let countryOf: CountryOf
  beforeAll(async () => {
    countryOf = await openCountries()
  })

  /** A site's day as its visitors make it: requests in order, with real keys, visits and tables. */
  function openWorld(site: Site = aSite()) {
    const dayKeys = openDayKeys({ path: undefined, read: () => [], write: () => undefined })
    const parseClient = openClientParser()
    const tools = { visits: openVisits(), countryOf }
    const readAddress = clientAddressReader([])
    return ({
      body = {},
      facts = {},
      address = '91.152.10.9',
      time = '2026-03-10T12:00:00+02:00',
    }: Request): PipelineResult => {
      const parsed = parsePayload({ n: 'pageview', u: 'https://example.com/', d: 'example.com', ...body })
      if (!parsed.ok) throw new Error('the test sent a bad payload')
      const nowSeconds = at(time)
      const keys = dayKeys.keysFor(site, nowSeconds)
      const { network, digests } = readAddress(address, undefined)
      const allFacts = {
        network,
        userAgent: FIREFOX,
        acceptLanguage: 'fi-FI,fi;q=0.9',
        hints: { platform: '', mobile: false },
        objects: false,
        prefetch: false,
        ...facts,
      }
      return runPipeline(
        {
          site,
          payload: parsed.payload,
          keys,
          nowSeconds,
          sender: openKnownSender({ digests, facts: allFacts }, parseClient),
        },
        tools,
      )
    }
  }

  const eventOf = (result: PipelineResult) => {
    if (!('event' in result)) throw new Error(`dropped: ${result.dropped}`)
    return result.event
  }

  it('turns a request into an event with every fact that is kept', () => {
    const send = openWorld()
    const result = send({
      body: {
        u: 'https://www.example.com/kajakit/?utm_medium=email&sid=1',
        r: 'https://www.bing.com/search?q=x',
      },
    })
    expect(eventOf(result)).toMatchObject({
      day: '2026-03-10',
      name: 'pageview',
      hostname: 'example.com',
      page: '/kajakit',
      country: 'FI',
      acquisition: { source: 'Bing', referrer: 'bing.com', utmMedium: 'email' },
      client: { browser: 'Firefox', os: 'Linux', device: 'Desktop', language: 'fi' },
    })
  })

  it.each([
    { reason: 'objected', facts: { objects: true } },
    { reason: 'prefetch', facts: { prefetch: true } },
    { reason: 'bot', facts: { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' } },
    { reason: 'unknown_hostname', body: { u: 'https://evil.net/' } },
    { reason: 'no_visit_for_engagement', body: { n: 'engagement', e: 1_000 } },
  ])('drops with the reason $reason', ({ reason, ...request }) => {
    expect(openWorld()(request)).toEqual({ dropped: reason })
  })

  it('joins events of one visitor to one visit, up to a gap of 30 minutes and no further', () => {
    const send = openWorld()
    const first = eventOf(send({ time: '2026-03-10T12:00:00+02:00' }))
    const edge = eventOf(send({ time: '2026-03-10T12:30:00+02:00' }))
    const over = eventOf(send({ time: '2026-03-10T13:00:01+02:00' }))
    expect(edge.visitId).toBe(first.visitId)
    expect(over.visitId).not.toBe(first.visitId)
    expect(over.visitorId).toBe(first.visitorId)
  })

  it('tells visitors apart by address and by browser', () => {
    const send = openWorld()
    const one = eventOf(send({}))
    expect(eventOf(send({ address: '91.152.10.10' })).visitorId).not.toBe(one.visitorId)
    expect(
      eventOf(send({ facts: { userAgent: FIREFOX.replace('Linux', 'Windows NT 10.0') } })).visitorId,
    ).not.toBe(one.visitorId)
  })

  it('keeps where a visit came from for its later events', () => {
    const send = openWorld()
    send({ body: { r: 'https://www.bing.com/' } })
    expect(
      eventOf(send({ body: { r: 'https://other.net/', u: 'https://example.com/b' } })).acquisition.source,
    ).toBe('Bing')
  })

  it("ends visits at the site's midnight: a new id and a new visit, which inherits only where it came from", () => {
    const send = openWorld()
    const before = eventOf(send({ time: '2026-03-10T23:55:00+02:00', body: { r: 'https://www.bing.com/' } }))
    const after = eventOf(send({ time: '2026-03-11T00:05:00+02:00' }))
    expect(after.day).toBe('2026-03-11')
    expect(after.visitorId).not.toBe(before.visitorId)
    expect(after.visitId).not.toBe(before.visitId)
    expect(after.acquisition.source).toBe('Bing')
  })

  it('inherits nothing when the visit was over before midnight', () => {
    const send = openWorld()
    send({ time: '2026-03-10T23:31:00+02:00', body: { r: 'https://www.bing.com/' } })
    expect(eventOf(send({ time: '2026-03-11T00:05:00+02:00' })).acquisition.source).toBe('')
  })
})
