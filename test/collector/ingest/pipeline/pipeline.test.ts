import { describe, expect, it } from 'vitest'
import { FIREFOX, openPipelineWorld } from '../../../support/pipeline-world.ts'

describe('runPipeline', () => {
  it('turns a request into an event with every fact that is kept', async () => {
    const { event } = await openPipelineWorld()
    const found = event({
      body: {
        u: 'https://www.example.com/kajakit/?utm_medium=email&sid=1',
        r: 'https://www.bing.com/search?q=x',
      },
    })
    expect(found).toMatchObject({
      day: '2026-03-10',
      name: 'pageview',
      hostname: 'example.com',
      page: '/kajakit',
      place: { country: 'FI', region: '' },
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
  ])('drops with the reason $reason', async ({ reason, ...request }) => {
    const { send } = await openPipelineWorld()
    expect(send(request)).toMatchObject({ dropped: { reason } })
  })

  it('joins events of one visitor to one visit, up to a gap of 30 minutes and no further', async () => {
    const { event } = await openPipelineWorld()
    const first = event({ time: '2026-03-10T12:00:00+02:00' })
    const edge = event({ time: '2026-03-10T12:30:00+02:00' })
    const over = event({ time: '2026-03-10T13:00:01+02:00' })
    expect(edge.visitId).toBe(first.visitId)
    expect(over.visitId).not.toBe(first.visitId)
    expect(over.visitorId).toBe(first.visitorId)
  })

  it('tells visitors apart by address and by browser', async () => {
    const { event } = await openPipelineWorld()
    const one = event({})
    expect(event({ address: '91.152.10.10' }).visitorId).not.toBe(one.visitorId)
    expect(event({ facts: { userAgent: FIREFOX.replace('Linux', 'Windows NT 10.0') } }).visitorId).not.toBe(
      one.visitorId,
    )
  })

  it('keeps where a visit came from for its later events', async () => {
    const { event } = await openPipelineWorld()
    event({ body: { r: 'https://www.bing.com/' } })
    expect(event({ body: { r: 'https://other.net/', u: 'https://example.com/b' } }).acquisition.source).toBe(
      'Bing',
    )
  })

  it("ends visits at the site's midnight: a new id and a new visit, which inherits only where it came from", async () => {
    const { event } = await openPipelineWorld()
    const before = event({ time: '2026-03-10T23:55:00+02:00', body: { r: 'https://www.bing.com/' } })
    const after = event({ time: '2026-03-11T00:05:00+02:00' })
    expect(after.day).toBe('2026-03-11')
    expect(after.visitorId).not.toBe(before.visitorId)
    expect(after.visitId).not.toBe(before.visitId)
    expect(after.acquisition.source).toBe('Bing')
  })

  it('inherits nothing when the visit was over before midnight', async () => {
    const { event } = await openPipelineWorld()
    event({ time: '2026-03-10T23:31:00+02:00', body: { r: 'https://www.bing.com/' } })
    expect(event({ time: '2026-03-11T00:05:00+02:00' }).acquisition.source).toBe('')
  })
})
