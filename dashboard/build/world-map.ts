import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ExtendedFeature, geoNaturalEarth1, geoPath } from 'd3-geo'
import { iso31661 } from 'iso-3166'
import { feature } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** A country as the map draws it, in units of `WORLD_WIDTH`. */
export interface MapCountry {
  /** ISO 3166-1 alpha-2; empty for land that has no code of its own. */
  readonly code: string
  /** Path of an SVG. */
  readonly d: string
  /** Middle of its largest part. */
  readonly x: number
  readonly y: number
  /** True where the country is too small to be seen: it gets a dot. */
  readonly isSmall: boolean
}

/** Width and height of the drawn world. */
export const WORLD_WIDTH = 2_000
export const WORLD_HEIGHT = 900
/** Corners and details below this area of the sphere are left out, steradians. */
const LEAST_AREA = 0.000_002
/** A country whose drawing is smaller gets a dot, square units. */
const SMALL_AREA = 26

/** Codes of lands that the atlas knows by name only. */
const CODES_BY_NAME: Readonly<Record<string, string>> = { Kosovo: 'XK' }

/**
 * The countries of Natural Earth (1 : 50 million, from world-atlas), projected and simplified while the dashboard is built,
 * so that the browser gets paths and no library. Antarctica, where nobody lives, would take a fifth of the height.
 */
export function worldMap(): readonly MapCountry[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const simple = simplify(presimplify(atlas), LEAST_AREA)
  const codes = new Map(iso31661.map(({ numeric, alpha2 }) => [numeric, alpha2]))
  const path = geoPath(
    geoNaturalEarth1().fitExtent(
      [
        [4, 4],
        [WORLD_WIDTH - 4, WORLD_HEIGHT * 1.2],
      ],
      { type: 'Sphere' },
    ),
  )
  const drawn = feature(simple, simple.objects.countries).features.flatMap((country): MapCountry[] => {
    const code = codes.get(String(country.id)) ?? CODES_BY_NAME[country.properties.name] ?? ''
    if (code === 'AQ') return []
    const d = toShortPath(path.digits(0)(country) ?? '')
    const [x, y] = path.centroid(largestPart(country))
    if (Number.isNaN(x) || Number.isNaN(y)) return []
    return [{ code, d, x: Math.round(x), y: Math.round(y), isSmall: path.area(country) < SMALL_AREA }]
  })
  // Ashmore and Cartier Islands have Australia's code: one country is one path.
  return drawn.filter(
    ({ code, d }) => code === '' || !drawn.some(other => other.code === code && other.d.length > d.length),
  )
}

/** The part of a country with the largest area: Martinique must not pull the middle of France into the sea. */
function largestPart(country: ExtendedFeature): ExtendedFeature {
  const { geometry } = country
  if (geometry?.type !== 'MultiPolygon') return country
  const path = geoPath(geoNaturalEarth1())
  const parts = geometry.coordinates.map(
    (coordinates): ExtendedFeature => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    }),
  )
  return parts.toSorted((a, b) => path.area(b) - path.area(a))[0] ?? country
}

/** The same path with relative steps of whole units; rings that shrank to a point or a line are left out. */
function toShortPath(path: string): string {
  return path
    .split('Z')
    .filter(ring => ring !== '')
    .flatMap(ring => {
      const points = [...ring.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
      const kept = points.filter(([x, y], index) => {
        const before = points[index - 1]
        return before === undefined || before[0] !== x || before[1] !== y
      })
      const [first, ...others] = kept
      if (first === undefined || others.length < 2) return []
      let at = first
      const steps = others.map(point => {
        const step = `${point[0] - at[0]},${point[1] - at[1]}`
        at = point
        return step
      })
      return [`M${first[0]},${first[1]}l${steps.join(' ')}z`]
    })
    .join('')
    .replaceAll(',-', '-')
    .replaceAll(' -', '-')
}
