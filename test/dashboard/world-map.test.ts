import { describe, expect, test } from 'vitest'
import { WORLD_HEIGHT, WORLD_WIDTH, worldMap } from '../../dashboard/build/world-map.ts'
import { toVisited } from '../../dashboard/src/lib/map-countries.ts'
import type { ListRow } from '../../dashboard/src/lib/rows.ts'

const MAP = worldMap()

describe('worldMap', () => {
  test.each(['MT', 'AX', 'SG', 'LI', 'XK', 'FO'])('has %s, which coarser maps leave out', code => {
    expect(MAP.some(country => country.code === code)).toBe(true)
  })

  test('has every country once, inside the drawing, and drawn or marked with a dot', () => {
    const codes = MAP.map(({ code }) => code).filter(code => code !== '')
    expect(new Set(codes).size).toBe(codes.length)
    for (const { x, y, d, isSmall } of MAP) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(WORLD_WIDTH)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(WORLD_HEIGHT * 1.1)
      expect(d !== '' || isSmall).toBe(true)
    }
  })

  test('stays small enough to be fetched beside the first screen', () => {
    expect(JSON.stringify(MAP).length).toBeLessThan(260_000)
  })
})

describe('toVisited', () => {
  const row = (code: string, visitors: number, part: number): ListRow => ({
    key: code,
    values: [code],
    name: code,
    context: '',
    visitors,
    part,
    share: undefined,
  })

  test('colours small markets visibly and counts whoever has no place on the map', () => {
    const { visited, unmapped } = toVisited(MAP, [
      row('FI', 400, 1),
      row('SE', 4, 0.01),
      row('(not set)', 3, 0),
    ])
    expect(visited.map(({ code, strength }) => [code, strength])).toEqual([
      ['FI', 1],
      ['SE', 0.1],
    ])
    expect(unmapped).toBe(3)
  })
})
