import { funnelSteps } from '../funnels/funnel-steps.ts'
import type { Site } from '../ports.ts'
import { asksForGoal, type Condition, leavesOf } from '../query/condition.ts'
import { parseDateRange } from '../query/date-range.ts'
import { type Faults, isObject, newFaults, quoted, refuseUnknownKeys } from '../query/faults.ts'
import { FILTER_LIMITS } from '../query/filter-limits.ts'
import { type FilterContext, parseFilters } from '../query/parse-filters.ts'
import type { Period } from '../query/query.ts'
import { timezoneAt } from '../site/time-zone.ts'
import { localDay } from '../time/zone.ts'
import { type FunnelQuestion, type FunnelStep, LEAST_STEPS, MOST_STEPS } from './funnel.ts'
import type { JourneyQuestion, JourneyStep } from './journey.ts'

export type PathParseResult<T> =
  | { readonly ok: true; readonly question: T }
  /** Every fault with its JSON path. */
  | { readonly ok: false; readonly errors: readonly string[] }

const COMMON_KEYS = ['site_id', 'date_range', 'filters'] as const
const JOURNEY_KEYS = [...COMMON_KEYS, 'start', 'direction', 'along', 'steps', 'minimum', 'limit'] as const
const MAX_NAME = 120
const MOST_JOURNEY_STEPS = 5
const MOST_JOURNEYS = 1_000

/** Reads the body of `POST /api/v2/funnel`. */
export function parseFunnel(body: unknown, site: Site, nowSeconds: number): PathParseResult<FunnelQuestion> {
  const faults = newFaults()
  if (!isObject(body)) return { ok: false, errors: ['#: The body must be a JSON object.'] }
  const isStored = body['funnel'] !== undefined
  const ownKeys = isStored ? (['funnel'] as const) : (['within', 'steps'] as const)
  refuseUnknownKeys(body, [...COMMON_KEYS, ...ownKeys], '', faults)
  const common = parseCommon(body, site, nowSeconds, faults)
  const { within, steps } = isStored
    ? storedFunnel(body['funnel'], site, faults)
    : {
        within: oneOf('within', body['within'] ?? 'visit', ['visit', 'day'] as const, faults),
        steps: parseSteps(body['steps'], contextOf(site), faults),
      }
  if (common === undefined || within === undefined || faults.messages.length > 0) {
    return { ok: false, errors: faults.messages }
  }
  return { ok: true, question: { ...common, within, steps } }
}

/** Reads the body of `POST /api/v2/journey`. */
export function parseJourney(
  body: unknown,
  site: Site,
  nowSeconds: number,
): PathParseResult<JourneyQuestion> {
  const faults = newFaults()
  if (!isObject(body)) return { ok: false, errors: ['#: The body must be a JSON object.'] }
  refuseUnknownKeys(body, JOURNEY_KEYS, '', faults)
  const common = parseCommon(body, site, nowSeconds, faults)
  const start = parseOne(body['start'], 'start', contextOf(site), faults)
  const direction = oneOf('direction', body['direction'] ?? 'next', ['next', 'previous'] as const, faults)
  const along = parseAlong(body['along'] ?? [], faults)
  const steps = wholeNumber('steps', body['steps'] ?? 2, 1, MOST_JOURNEY_STEPS, faults)
  const minimum = wholeNumber('minimum', body['minimum'] ?? 1, 1, 1_000_000, faults)
  const limit = wholeNumber('limit', body['limit'] ?? 100, 1, MOST_JOURNEYS, faults)
  if (common === undefined || start === undefined || direction === undefined || faults.messages.length > 0) {
    return { ok: false, errors: faults.messages }
  }
  return { ok: true, question: { ...common, start, direction, along, steps, minimum, limit } }
}

interface Common {
  readonly siteId: Site['id']
  readonly timezone: string
  readonly period: Period
  readonly filters: readonly Condition[]
}

function contextOf(site: Site): FilterContext {
  return { goals: site.goals, segments: site.segments.list }
}

function parseCommon(
  body: Record<string, unknown>,
  site: Site,
  nowSeconds: number,
  faults: Faults,
): Common | undefined {
  const timezone = timezoneAt(site, nowSeconds)
  const statsStart = localDay(site.createdAtSeconds, site.timezone)
  if (typeof body['site_id'] !== 'string')
    faults.add('site_id', 'Give the domain of the site, such as "example.com".')
  const range = parseDateRange(body['date_range'], { timezone, nowSeconds, statsStart })
  if (!range.ok) faults.add('date_range', range.error)
  const filters = parseFilters(body['filters'], contextOf(site), faults)
  const leaves = filters.flatMap(filter => leavesOf(filter, false))
  if (
    asksForGoal(filters) ||
    leaves.some(leaf => leaf.kind === 'value' && !leaf.dimension.startsWith('visit:'))
  ) {
    faults.add('filters', 'Filter visits here: use visit dimensions, or has_done for what happened in them.')
  }
  return range.ok ? { siteId: site.id, timezone, period: range.range.period, filters } : undefined
}

/** What a funnel of the site asks. */
function storedFunnel(
  id: unknown,
  { funnels, goals }: Site,
  faults: Faults,
): { readonly within: 'visit' | 'day' | undefined; readonly steps: readonly FunnelStep[] } {
  const stored = funnels.list.find(funnel => funnel.id === id)
  if (stored === undefined) {
    faults.add('funnel', `There is no funnel ${quoted(id)} of this site.`)
    return { within: undefined, steps: [] }
  }
  const steps = funnelSteps(stored, goals)
  if (!('missingGoal' in steps)) return { within: stored.within, steps }
  faults.add('funnel', `The funnel has the goal ${quoted(steps.missingGoal)} as a step, which is no more.`)
  return { within: undefined, steps: [] }
}

function parseSteps(value: unknown, context: FilterContext, faults: Faults): readonly FunnelStep[] {
  if (!Array.isArray(value) || value.length < LEAST_STEPS || value.length > MOST_STEPS) {
    faults.add(
      'steps',
      `Give a list of ${LEAST_STEPS} to ${MOST_STEPS} steps, such as [{"filter": ["is", "event:page", ["/"]]}, …].`,
    )
    return []
  }
  return value.flatMap((step: unknown, index): readonly FunnelStep[] => {
    const path = `steps/${index}`
    if (!isObject(step)) {
      faults.add(
        path,
        `Invalid step ${quoted(step)}. Use {"name": "…", "filter": ["is", "event:page", ["/"]]}.`,
      )
      return []
    }
    refuseUnknownKeys(step, ['name', 'filter'], `${path}/`, faults)
    const { name } = step
    if (name !== undefined && (typeof name !== 'string' || name === '' || name.length > MAX_NAME)) {
      faults.add(`${path}/name`, `Use a text of 1 to ${MAX_NAME} characters.`)
    }
    const condition = parseOne(step['filter'], `${path}/filter`, context, faults)
    const usual = `Step ${index + 1}`
    return condition === undefined ? [] : [{ name: typeof name === 'string' ? name : usual, condition }]
  })
}

function parseAlong(value: unknown, faults: Faults): readonly JourneyStep[] {
  const steps = Array.isArray(value) && value.length <= MOST_JOURNEY_STEPS ? value.map(toJourneyStep) : []
  const known = steps.filter(step => step !== undefined)
  if (!Array.isArray(value) || known.length !== value.length) {
    const example = '[{"page": "/prices"}, {"event": "Signup"}]'
    faults.add('along', `Give a list of at most ${MOST_JOURNEY_STEPS} steps, such as ${example}.`)
  }
  return known
}

function toJourneyStep(value: unknown): JourneyStep | undefined {
  if (!isObject(value)) return undefined
  const [[kind, name] = [], ...others] = Object.entries(value)
  if (typeof name !== 'string' || name.length > FILTER_LIMITS.valueLength || !name.isWellFormed())
    return undefined
  if (others.length > 0) return undefined
  return kind === 'page' ? { page: name } : kind === 'event' ? { event: name } : undefined
}

/** One filter of any kind, with the paths of its faults where it stands. */
function parseOne(
  value: unknown,
  path: string,
  context: FilterContext,
  faults: Faults,
): Condition | undefined {
  const own = newFaults()
  const [condition, ...others] = parseFilters(value === undefined ? [] : [value], context, own)
  for (const message of own.messages) {
    const [place = '', ...words] = message.split(': ')
    faults.add(place.replace(/^#\/filters\/0/, path), words.join(': '))
  }
  if (own.messages.length > 0) return undefined
  if (condition === undefined) {
    faults.add(
      path,
      'Give a filter, such as ["is", "event:page", ["/"]] or ["is", "event:goal", ["Signup"]].',
    )
    return undefined
  }
  const looksAtEnds = [condition, ...others].some(one =>
    leavesOf(one, true).some(leaf => leaf.kind === 'value' && /^visit:(entry|exit)_/.test(leaf.dimension)),
  )
  if (looksAtEnds) {
    faults.add(path, 'A step is one event. Use event:page or event:hostname instead of entry and exit pages.')
    return undefined
  }
  return others.length === 0 ? condition : { kind: 'and', conditions: [condition, ...others] }
}

function oneOf<T extends string>(
  path: string,
  value: unknown,
  known: readonly T[],
  faults: Faults,
): T | undefined {
  const found = known.find(one => one === value)
  if (found === undefined) faults.add(path, `Use one of ${known.join(', ')}.`)
  return found
}

function wholeNumber(path: string, value: unknown, least: number, most: number, faults: Faults): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  faults.add(path, `Use a whole number from ${least} to ${most}.`)
  return least
}
