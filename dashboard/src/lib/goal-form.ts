import type { GoalBody } from '../../../collector/core/goals/goal-body.ts'
import type { FilterBody, QueryBody } from '../../../collector/http/contract.ts'
import type { FormFaults } from './forms.ts'
import type { NamedGoal } from './goals.svelte.ts'
import { propertyDimension } from './panels.ts'
import { toStepFilter } from './path-questions.ts'
import { addDays, type DayRange, type LocalDay } from './periods.ts'
import { WORDS } from './wording.ts'

/** The kinds of goals, the usual one first. */
export const GOAL_KINDS = ['event', 'page', 'scroll'] as const
/** Properties that one goal may ask for. */
export const MOST_CONDITIONS = 3

/** A goal as it is typed. */
export interface GoalForm {
  kind: (typeof GOAL_KINDS)[number]
  event: string
  page: string
  /** Percent, as text. */
  depth: string
  /** Empty: the usual one. */
  name: string
  /** Empty: whatever the events carry. */
  currency: string
  conditions: { key: string; value: string }[]
}

/** The form of a goal that there is, or of a new one. */
export function toGoalForm(goal?: NamedGoal): GoalForm {
  const form: GoalForm = {
    kind: goal?.goal_type ?? 'event',
    event: '',
    page: '',
    depth: '75',
    name: goal?.display_name ?? '',
    currency: '',
    conditions: Object.entries(goal?.custom_props ?? {}).map(([key, value]) => ({ key, value })),
  }
  switch (goal?.goal_type) {
    case 'event':
      return { ...form, event: goal.event_name, currency: goal.currency ?? '' }
    case 'page':
      return { ...form, page: goal.page_path }
    case 'scroll':
      return { ...form, page: goal.page_path, depth: String(goal.scroll_threshold) }
    case undefined:
      return form
  }
}

/** What a goal is called when nobody gives it a name. */
export function usualName({ kind, event, page, depth }: GoalForm): string {
  switch (kind) {
    case 'event':
      return event.trim()
    case 'page':
      return page.trim() === '' ? '' : WORDS.goalPageName(page.trim())
    case 'scroll':
      return page.trim() === '' ? '' : WORDS.goalScrollName(depth.trim(), page.trim())
  }
}

/** The goal of a form, as the API takes it. */
export function toGoal(form: GoalForm): GoalBody {
  const common = {
    display_name: form.name.trim() === '' ? usualName(form) : form.name.trim(),
    custom_props: Object.fromEntries(typedConditions(form).map(({ key, value }) => [key.trim(), value])),
  }
  switch (form.kind) {
    case 'event': {
      const currency = form.currency.trim()
      const event = { goal_type: 'event' as const, event_name: form.event.trim(), ...common }
      return currency === '' ? event : { ...event, currency }
    }
    case 'page':
      return { goal_type: 'page', page_path: form.page.trim(), ...common }
    case 'scroll':
      return {
        goal_type: 'scroll',
        page_path: form.page.trim(),
        scroll_threshold: Number(form.depth),
        ...common,
      }
  }
}

/** What is wrong with a form, by the names of the API's fields, before the collector is asked; `taken` are names of other goals. */
export function checkGoal(form: GoalForm, taken: readonly string[]): FormFaults {
  const fields: Record<string, string> = {}
  if (form.kind === 'event' && form.event.trim() === '') fields['event_name'] = WORDS.goalEventMissing
  if (form.kind !== 'event' && !form.page.trim().startsWith('/')) fields['page_path'] = WORDS.goalPageMissing
  const depth = Number(form.depth)
  if (form.kind === 'scroll' && !(Number.isInteger(depth) && depth >= 1 && depth <= 100))
    fields['scroll_threshold'] = WORDS.goalDepthWrong
  const name = form.name.trim() === '' ? usualName(form) : form.name.trim()
  if (taken.includes(name)) fields['display_name'] = WORDS.goalNameTaken(name)
  const keys = typedConditions(form).map(({ key }) => key.trim())
  if (typedConditions(form).some(({ key, value }) => key.trim() === '' || value === ''))
    fields['custom_props'] = WORDS.goalConditionIncomplete
  else if (new Set(keys).size < keys.length) fields['custom_props'] = WORDS.goalConditionTwice
  return { message: '', fields }
}

/**
 * How many visitors a goal would have counted in the last 30 days; undefined while it is incomplete, and of scroll depth, which
 * only a goal that is kept can be asked for.
 */
export function previewQuestion(domain: string, form: GoalForm, today: LocalDay): QueryBody | undefined {
  if (form.kind === 'scroll' || Object.keys(checkGoal(form, []).fields).length > 0) return undefined
  const value = form.kind === 'event' ? form.event.trim() : form.page.trim()
  const conditions = typedConditions(form).map(
    ({ key, value }): FilterBody => ['is', propertyDimension(key.trim()), [value]],
  )
  return {
    site_id: domain,
    metrics: ['visitors'],
    date_range: toRange(lastDays(today)),
    filters: [toStepFilter({ kind: form.kind, value }), ...conditions],
  }
}

/** What every goal of a site counted in the last 30 days. */
export function goalsQuestion(domain: string, today: LocalDay): QueryBody {
  return {
    site_id: domain,
    metrics: ['visitors', 'events', 'total_revenue'],
    date_range: toRange(lastDays(today)),
    dimensions: ['event:goal'],
  }
}

/** The last 30 days, today included. */
export function lastDays(today: LocalDay): DayRange {
  return { from: addDays(today, -29), to: today }
}

function toRange({ from, to }: DayRange): [string, string] {
  return [from, to]
}

/** Rows of which anything is typed. */
function typedConditions({ conditions }: GoalForm): readonly { key: string; value: string }[] {
  return conditions.filter(({ key, value }) => key.trim() !== '' || value !== '')
}
