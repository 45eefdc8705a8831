import { parseArgs } from 'node:util'
import type { Day } from '../../../collector/core/ids.ts'
import { PRECISIONS, type Precision } from '../../../collector/core/site/site-settings.ts'
import { openRandom } from '../../demo/random.ts'
import { count, KEY_ENDS, type KeyEnd } from './count.ts'
import { makePopulation, POPULATIONS, type PopulationKind } from './population.ts'
import { sightingsOf } from './sightings.ts'
import type { TallyResult } from './tally.ts'

/**
 * `npm run bench:identity`: simulates people, their devices and networks, counts them as Hanki does, and prints how
 * many devices are merged into one visitor and how many are counted more than once; beside it, the same under a key
 * that ends at midnight of UTC. `--people`, `--days`, `--seed`, `--json`.
 */
const ZONES = ['Europe/Helsinki', 'America/New_York', 'Pacific/Auckland']
/** Within the days clocks change in Helsinki and in Auckland. */
const FIRST_DAY = '2026-03-27' as Day

interface Row extends TallyResult {
  readonly population: PopulationKind
  readonly timezone: string
  readonly precision: Precision
  readonly keyEnds: KeyEnd
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    days: { type: 'string', default: '14' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const [people = 0, days = 0, seed = 0] = [values.people, values.days, values.seed].map(wholeNumber)

const rows = POPULATIONS.flatMap(population =>
  ZONES.flatMap(timezone => {
    console.error(`${population} in ${timezone} …`)
    const random = openRandom(seed, 99)
    const sightings = makePopulation(population, people, seed)
      .flatMap(person => [...sightingsOf(person, FIRST_DAY, days, timezone, random)])
      .sort((a, b) => a.atSeconds - b.atSeconds)
    return PRECISIONS.flatMap(precision =>
      KEY_ENDS.map(
        (keyEnds): Row => ({
          population,
          timezone,
          precision,
          keyEnds,
          ...count(sightings, timezone, precision, keyEnds),
        }),
      ),
    )
  }),
)
console.log(values.json ? JSON.stringify({ people, days, seed, rows }) : toText())

function toText(): string {
  const head = [
    'population',
    'time zone',
    'precision',
    'key ends',
    'devices',
    'counted',
    'merged',
    'split',
    'net',
  ]
  const body = rows.map(row => [
    row.population,
    row.timezone,
    row.precision,
    row.keyEnds === 'site' ? "at the site's midnight" : "at UTC's midnight",
    String(row.devices),
    String(row.counted),
    share(-row.merged, row),
    share(row.split, row),
    share(row.counted - row.devices, row),
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map(cells => (cells[column] ?? '').length)),
  )
  const lines = [head, ...body].map(cells =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
  )
  return `${lines.join('\n')}
merged: devices that are counted as one with another; split: counts of a device beyond its first; both per device and
day. Devices per person and day: ${(sum('devices') / sum('people')).toFixed(2)}.`
}

function share(part: number, { devices }: TallyResult): string {
  return `${part > 0 ? '+' : ''}${((100 * part) / devices).toFixed(1)} %`
}

function sum(what: 'devices' | 'people'): number {
  return rows.reduce((total, row) => total + row[what], 0)
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`"${text}" must be a whole number above 0`)
  return value
}
