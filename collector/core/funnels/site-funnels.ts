import * as v from 'valibot'
import { PAGE_PATH_SCHEMA } from '../goals/page-path.ts'
import { issueMessages } from '../issue-messages.ts'
import { LEAST_STEPS, MOST_STEPS } from '../paths/funnel.ts'
import { shortText } from '../short-text.ts'
import type { Funnel, StoredStep } from './funnel.ts'

/** The funnels of a site, and the greatest id that was ever given. */
export interface SiteFunnels {
  readonly lastId: number
  readonly list: readonly Funnel[]
}

export const NO_FUNNELS: SiteFunnels = { lastId: 0, list: [] }

export const MAX_FUNNELS = 50
const MAX_NAME = 120

const name = shortText(MAX_NAME)
const eventName = v.pipe(
  name,
  v.check(
    text => text !== 'pageview' && text !== 'engagement',
    'is not an event of its own: use the step_type "page"',
  ),
)
const step = v.variant(
  'step_type',
  [
    v.strictObject({ step_type: v.literal('page'), page_path: PAGE_PATH_SCHEMA }),
    v.strictObject({ step_type: v.literal('event'), event_name: eventName }),
    v.strictObject({ step_type: v.literal('goal'), goal: name }),
  ],
  'must be "page", "event" or "goal"',
)

/** A funnel as somebody sends it, with the names of the API. */
export const FUNNEL_BODY_SCHEMA = v.strictObject({
  name,
  within: v.optional(v.picklist(['visit', 'day'], 'must be "visit" or "day"'), 'visit'),
  steps: v.pipe(
    v.array(step, 'must be a list of steps'),
    v.minLength(LEAST_STEPS, `must be at least ${LEAST_STEPS} steps`),
    v.maxLength(MOST_STEPS, `may be at most ${MOST_STEPS} steps`),
  ),
})

export type FunnelBody = v.InferInput<typeof FUNNEL_BODY_SCHEMA>

const id = v.pipe(v.number(), v.integer(), v.minValue(1))

/** As the database keeps them. */
export const SITE_FUNNELS_SCHEMA = v.pipe(
  v.object({
    last_id: v.pipe(v.number(), v.integer(), v.minValue(0)),
    funnels: v.array(v.object({ id, ...FUNNEL_BODY_SCHEMA.entries })),
  }),
  v.transform(
    (body): SiteFunnels => ({
      lastId: body.last_id,
      list: body.funnels.map(({ id, ...funnel }) => ({ id, ...toFunnel(funnel) })),
    }),
  ),
)

/** The other way. */
export function toSiteFunnelsBody({ lastId, list }: SiteFunnels) {
  return { last_id: lastId, funnels: list.map(funnel => ({ id: funnel.id, ...toFunnelBody(funnel) })) }
}

export type FunnelResult =
  | { readonly ok: true; readonly funnel: Omit<Funnel, 'id'> }
  /** Messages by the path of the field. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Reads a funnel of a site with these goals. Every fault is told, by path. */
export function parseStoredFunnel(value: unknown, goals: readonly { displayName: string }[]): FunnelResult {
  const result = v.safeParse(FUNNEL_BODY_SCHEMA, value)
  if (!result.success)
    return { ok: false, errors: issueMessages(result.issues, { whole: 'funnel', thing: 'funnel' }) }
  const funnel = toFunnel(result.output)
  const unknown = funnel.steps.flatMap((one, index): [string, string[]][] => {
    const isUnknown = one.kind === 'goal' && !goals.some(({ displayName }) => displayName === one.goal)
    return isUnknown ? [[`steps.${index}.goal`, ['is no goal of the site']]] : []
  })
  return unknown.length > 0 ? { ok: false, errors: Object.fromEntries(unknown) } : { ok: true, funnel }
}

/** The other way: what `parseStoredFunnel` reads as the same funnel. */
export function toFunnelBody({
  name,
  within,
  steps,
}: Omit<Funnel, 'id'>): v.InferOutput<typeof FUNNEL_BODY_SCHEMA> {
  return { name, within, steps: steps.map(toStepBody) }
}

/** The funnels that have a goal as a step. */
export function funnelsWithGoal({ list }: SiteFunnels, goal: string): readonly Funnel[] {
  return list.filter(({ steps }) => steps.some(one => one.kind === 'goal' && one.goal === goal))
}

/** The funnels with another name of a goal that is a step of theirs. */
export function withRenamedGoal(funnels: SiteFunnels, from: string, to: string): SiteFunnels {
  const renamed = (one: StoredStep): StoredStep =>
    one.kind === 'goal' && one.goal === from ? { ...one, goal: to } : one
  return {
    ...funnels,
    list: funnels.list.map(funnel => ({ ...funnel, steps: funnel.steps.map(renamed) })),
  }
}

function toFunnel(body: v.InferOutput<typeof FUNNEL_BODY_SCHEMA>): Omit<Funnel, 'id'> {
  return { name: body.name, within: body.within, steps: body.steps.map(toStoredStep) }
}

function toStoredStep(body: v.InferOutput<typeof step>): StoredStep {
  switch (body.step_type) {
    case 'page':
      return { kind: 'page', pagePattern: body.page_path }
    case 'event':
      return { kind: 'event', eventName: body.event_name }
    case 'goal':
      return { kind: 'goal', goal: body.goal }
  }
}

function toStepBody(one: StoredStep): v.InferOutput<typeof step> {
  switch (one.kind) {
    case 'page':
      return { step_type: 'page', page_path: one.pagePattern }
    case 'event':
      return { step_type: 'event', event_name: one.eventName }
    case 'goal':
      return { step_type: 'goal', goal: one.goal }
  }
}
