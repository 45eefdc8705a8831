import { describe, expect, test } from 'vitest'
import { benchSites } from '../../../../scripts/bench/storage/sites.ts'
import { benchRequests } from '../../../../scripts/bench/storage/traffic.ts'

const OPTIONS = { sites: benchSites(1), seed: 7, firstDay: 20_700, days: 14, events: 20_000 }

describe('benchRequests', () => {
  const requests = [...benchRequests(OPTIONS)]
  const ofSite = (index: number) =>
    requests.filter(request => request.body.d === OPTIONS.sites[index]?.domain).length

  test('come in order of time, and not before the first day', () => {
    const times = requests.map(request => request.atSeconds)
    expect(times).toEqual([...times].sort((left, right) => left - right))
    expect(times[0]).toBeGreaterThanOrEqual(OPTIONS.firstDay * 86_400)
  })

  test('are the same for the same options', () => {
    expect([...benchRequests(OPTIONS)]).toEqual(requests)
  })

  test('are about as many as asked for, half of them for the big site', () => {
    expect(requests.length / OPTIONS.events).toBeCloseTo(1, 0)
    expect(ofSite(0) / requests.length).toBeCloseTo(0.5, 1)
  })

  test('see far more pages once or twice than often', () => {
    const views = new Map<string, number>()
    for (const { body } of requests) views.set(body.u, (views.get(body.u) ?? 0) + 1)
    const rare = [...views.values()].filter(count => count <= 2).length
    expect(rare / views.size).toBeGreaterThan(0.5)
  })
})
