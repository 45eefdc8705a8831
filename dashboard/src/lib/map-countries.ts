import type { MapCountry } from '../../build/world-map.ts'
import type { ListRow } from './rows.ts'

/** A country that somebody came from, on the map. */
export interface VisitedCountry extends MapCountry {
  readonly name: string
  readonly visitors: number
  /** How strongly it is coloured, 0–1; the root of its part, so that a home market does not hide everybody else. */
  readonly strength: number
}

/** The countries of the rows as the map draws them, the most visitors first, and how many visitors have no place on it. */
export function toVisited(
  countries: readonly MapCountry[],
  rows: readonly ListRow[],
): { readonly visited: readonly VisitedCountry[]; readonly unmapped: number } {
  const drawn = new Map(countries.map(country => [country.code, country]))
  let unmapped = 0
  const visited = rows.flatMap((row): VisitedCountry[] => {
    const country = drawn.get(row.values[0] ?? '')
    if (country === undefined || country.code === '') {
      unmapped += row.visitors
      return []
    }
    return [{ ...country, name: row.name, visitors: row.visitors, strength: Math.sqrt(row.part) }]
  })
  return { visited, unmapped }
}
