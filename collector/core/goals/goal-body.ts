import * as v from 'valibot'
import { isCurrency } from '../event/revenue.ts'
import { issueMessages } from '../issue-messages.ts'
import { shortText } from '../short-text.ts'
import { type Goal, MAX_GOAL_PROPS } from './goal.ts'
import { PAGE_PATH_SCHEMA } from './page-path.ts'

const MAX_NAME = 120

const name = shortText(MAX_NAME)
const eventName = v.pipe(
  name,
  v.check(
    text => text !== 'pageview',
    'is a page view: use the goal_type "page" with a page_path such as "/**"',
  ),
  v.check(text => text !== 'engagement', 'is not an event of its own: use the goal_type "scroll"'),
)
const currency = v.pipe(
  v.string('must be a text'),
  v.trim(),
  v.toUpperCase(),
  v.check(isCurrency, 'must be a currency code of ISO 4217, such as EUR'),
)
const props = v.pipe(
  v.record(
    v.pipe(v.string(), v.nonEmpty('must have a name'), v.maxLength(300, 'may have at most 300 characters')),
    v.pipe(
      v.string('must be a text'),
      v.nonEmpty('must not be empty'),
      v.maxLength(2_000, 'may have at most 2000 characters'),
    ),
  ),
  v.check(
    entries => Object.keys(entries).length <= MAX_GOAL_PROPS,
    `may have at most ${MAX_GOAL_PROPS} properties`,
  ),
)

const common = { display_name: v.optional(name), custom_props: v.optional(props, {}) }

/** A goal in JSON, with the names of the API. */
export const GOAL_BODY_SCHEMA = v.variant(
  'goal_type',
  [
    v.strictObject({
      goal_type: v.literal('event'),
      event_name: eventName,
      currency: v.optional(currency),
      ...common,
    }),
    v.strictObject({ goal_type: v.literal('page'), page_path: PAGE_PATH_SCHEMA, ...common }),
    v.strictObject({
      goal_type: v.literal('scroll'),
      page_path: PAGE_PATH_SCHEMA,
      scroll_threshold: v.pipe(
        v.number('must be a number'),
        v.integer('must be a whole number'),
        v.minValue(1, 'must be from 1 to 100'),
        v.maxValue(100, 'must be from 1 to 100'),
      ),
      ...common,
    }),
  ],
  'must be "event", "page" or "scroll"',
)

export type GoalBody = v.InferInput<typeof GOAL_BODY_SCHEMA>

export type GoalResult =
  | { readonly ok: true; readonly goal: Goal }
  /** Messages by the path of the field. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Reads a goal. Every fault is told, by path. */
export function parseGoal(value: unknown): GoalResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, errors: { goal: ['must be a JSON object'] } }
  }
  const result = v.safeParse(GOAL_BODY_SCHEMA, value)
  if (result.success) return { ok: true, goal: toGoal(result.output) }
  return { ok: false, errors: issueMessages(result.issues, { whole: 'goal', thing: 'goal' }) }
}

function toGoal(body: v.InferOutput<typeof GOAL_BODY_SCHEMA>): Goal {
  const ofBody = Object.entries(body.custom_props).map(([key, value]) => ({ key, value }))
  switch (body.goal_type) {
    case 'event': {
      const displayName = body.display_name ?? body.event_name
      return {
        kind: 'event',
        displayName,
        eventName: body.event_name,
        currency: body.currency,
        props: ofBody,
      }
    }
    case 'page': {
      const displayName = body.display_name ?? cut(`Visit ${body.page_path}`)
      return { kind: 'page', displayName, pagePattern: body.page_path, props: ofBody }
    }
    case 'scroll': {
      const { page_path: pagePattern, scroll_threshold: scrollThreshold } = body
      const displayName = body.display_name ?? cut(`Scroll ${scrollThreshold}% of ${pagePattern}`)
      return { kind: 'scroll', displayName, pagePattern, scrollThreshold, props: ofBody }
    }
  }
}

function cut(text: string): string {
  return [...text].slice(0, MAX_NAME).join('')
}

/** The other way: what `parseGoal` reads as the same goal. */
export function toGoalBody(goal: Goal): GoalBody {
  const common = {
    display_name: goal.displayName,
    custom_props: Object.fromEntries(goal.props.map(({ key, value }) => [key, value])),
  }
  switch (goal.kind) {
    case 'event':
      return {
        goal_type: 'event',
        event_name: goal.eventName,
        ...(goal.currency !== undefined && { currency: goal.currency }),
        ...common,
      }
    case 'page':
      return { goal_type: 'page', page_path: goal.pagePattern, ...common }
    case 'scroll':
      return {
        goal_type: 'scroll',
        page_path: goal.pagePattern,
        scroll_threshold: goal.scrollThreshold,
        ...common,
      }
  }
}
