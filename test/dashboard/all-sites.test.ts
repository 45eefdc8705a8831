import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedSites } from '../../dashboard/src/lib/site-list.ts'
import { toSparkline } from '../../dashboard/src/lib/sparkline.ts'

describe('listedSites', () => {
  const sites = ['b.example', 'a.example', 'shop.b.example'].map(domain => ({ domain }))
  const domains = (wanted: string, pinned: readonly string[] = []) =>
    listedSites(sites, wanted, domain => pinned.includes(domain)).map(({ domain }) => domain)

  it.each([
    { wanted: '', pinned: [], listed: ['a.example', 'b.example', 'shop.b.example'], why: 'by name' },
    {
      wanted: '',
      pinned: ['shop.b.example'],
      listed: ['shop.b.example', 'a.example', 'b.example'],
      why: 'pin',
    },
    { wanted: ' B ', pinned: [], listed: ['b.example', 'shop.b.example'], why: 'spaces and capitals' },
    { wanted: 'b shop', pinned: [], listed: ['shop.b.example'], why: 'every word' },
    { wanted: 'c', pinned: ['b.example'], listed: [], why: 'none' },
  ])('lists $listed for "$wanted": $why', ({ wanted, pinned, listed }) => {
    expect(domains(wanted, pinned)).toEqual(listed)
  })
})

describe('toSparkline', () => {
  it('draws zero at the bottom, the most at the top, and the last part apart', () => {
    expect(toSparkline([0, 5, 10], 100, 40)).toEqual({
      line: 'M0 40L50 20',
      open: 'M50 20L100 0',
      area: 'M0 40L50 20L100 0L100 40L0 40Z',
      end: { x: 100, y: 0 },
    })
  })

  it('draws nothing but zeros along the bottom', () => {
    expect(toSparkline([0, 0], 10, 4)).toMatchObject({ line: 'M0 4', open: 'M0 4L10 4' })
  })

  it('goes over what has no value, and ends before what has not begun', () => {
    expect(toSparkline([10, null, 5, null, null], 100, 40, false)).toEqual({
      line: 'M0 0L50 20',
      open: '',
      area: 'M0 0L50 20L50 40L0 40Z',
      end: { x: 50, y: 20 },
    })
  })

  it('stays in its box', () => {
    const someValues = fc.array(fc.option(fc.nat()), { maxLength: 10 })
    fc.assert(
      fc.property(someValues, fc.boolean(), (values, isGrowing) => {
        const { area, end } = toSparkline(values, 240, 44, isGrowing)
        const numbers = area.match(/[\d.]+/g)?.map(Number) ?? []
        expect(numbers.filter((_, index) => index % 2 === 0).every(x => x >= 0 && x <= 240)).toBe(true)
        expect(numbers.filter((_, index) => index % 2 === 1).every(y => y >= 0 && y <= 44)).toBe(true)
        expect(end.x).toBeLessThanOrEqual(240)
      }),
    )
  })
})
