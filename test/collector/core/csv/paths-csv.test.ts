import { describe, expect, it } from 'vitest'
import { funnelCsv, journeysCsv } from '../../../../collector/core/csv/paths-csv.ts'

describe('funnelCsv', () => {
  it('has a row of names, a row per step, and no formula', () => {
    expect(
      funnelCsv([
        { name: '=1+1', reached: 8, step_rate: null, conversion_rate: 100 },
        { name: 'Cart, paid', reached: 2, step_rate: 25, conversion_rate: 25 },
      ]),
    ).toBe('step,name,reached,step_rate,conversion_rate\r\n1,\'=1+1,8,,100\r\n2,"Cart, paid",2,25,25\r\n')
  })
})

describe('journeysCsv', () => {
  it('has a row per way, short ones filled up, and one for all others', () => {
    const ways = [
      { steps: [{ page: '/' }, { event: 'Sign up' }], visits: 5 },
      { steps: [{ page: '/end' }], visits: 3 },
    ]
    expect(journeysCsv({ ways, others: { visits: 4, ways: 3 } }, 2)).toBe(
      'visits,ways,step_1,step_2\r\n5,1,/,event:Sign up\r\n3,1,/end,\r\n4,3,,\r\n',
    )
  })

  it('leaves the others out where there are none', () => {
    expect(journeysCsv({ ways: [], others: { visits: 0, ways: 0 } }, 1)).toBe('visits,ways,step_1\r\n')
  })
})
