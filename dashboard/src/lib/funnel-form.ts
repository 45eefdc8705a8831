import type { FunnelBody } from '../../../collector/core/funnels/site-funnels.ts'
import type { StoredFunnelBody } from '../../../collector/http/contract.ts'
import type { FormFaults } from './forms.ts'
import type { PathStep } from './view-url.ts'
import { WORDS } from './wording.ts'

export const LEAST_STEPS = 2
export const MOST_STEPS = 8

/** A step as it is typed. */
export interface TypedStep {
  /** Its own while the form is open, wherever it is moved. */
  readonly id: number
  kind: PathStep['kind']
  value: string
}

/** A funnel as it is typed. */
export interface FunnelForm {
  name: string
  within: 'visit' | 'day'
  steps: TypedStep[]
}

/** The form of a funnel that there is, or of a new one. */
export function toFunnelForm(funnel?: StoredFunnelBody): FunnelForm {
  const steps = funnel?.steps.map(toPathStep) ?? [emptyStep(), emptyStep()]
  return {
    name: funnel?.name ?? '',
    within: funnel?.within ?? 'visit',
    steps: steps.map((step, id) => ({ id, ...step })),
  }
}

/** The funnel of a form, as the API takes it. */
export function toFunnel({ name, within, steps }: FunnelForm): FunnelBody {
  return { name: name.trim(), within, steps: steps.map(toStepBody) }
}

/** What is wrong with a form, by the paths of the API's fields, before the collector is asked. */
export function checkFunnel({ name, steps }: FunnelForm): FormFaults {
  const faults = steps.map((step, index) => [`steps.${index}`, stepFault(step)] as const)
  const named = [['name', name.trim() === '' ? WORDS.funnelNameMissing : ''] as const, ...faults]
  return { message: '', fields: Object.fromEntries(named.filter(([, fault]) => fault !== '')) }
}

/** What is wrong with one step: what the form says of it, or the collector of one of its fields. */
export function faultOfStep(fields: Readonly<Record<string, string>>, index: number): string {
  const path = `steps.${index}`
  return Object.entries(fields)
    .filter(([field]) => field === path || field.startsWith(`${path}.`))
    .map(([, fault]) => fault)
    .join(' ')
}

/** The steps with one more at the end. */
export function withStep(steps: readonly TypedStep[]): TypedStep[] {
  const id = Math.max(-1, ...steps.map(one => one.id)) + 1
  return [...steps, { id, ...emptyStep() }]
}

/** The steps with the one at `index` moved by one place, up with -1. */
export function withMovedStep(steps: readonly TypedStep[], index: number, by: 1 | -1): TypedStep[] {
  const moved = steps[index]
  const other = steps[index + by]
  if (moved === undefined || other === undefined) return [...steps]
  return steps.map((step, place) => (place === index ? other : place === index + by ? moved : step))
}

/** A stored step as views have steps. */
export function toPathStep(step: StoredFunnelBody['steps'][number]): PathStep {
  switch (step.step_type) {
    case 'page':
      return { kind: 'page', value: step.page_path }
    case 'event':
      return { kind: 'event', value: step.event_name }
    case 'goal':
      return { kind: 'goal', value: step.goal }
  }
}

function toStepBody({ kind, value }: PathStep): FunnelBody['steps'][number] {
  const typed = value.trim()
  switch (kind) {
    case 'page':
      return { step_type: 'page', page_path: typed }
    case 'event':
      return { step_type: 'event', event_name: typed }
    case 'goal':
      return { step_type: 'goal', goal: value }
  }
}

/** What is wrong with a step before anybody is asked; empty when nothing is. */
export function stepFault({ kind, value }: PathStep): string {
  if (kind === 'page') return value.trim().startsWith('/') ? '' : WORDS.goalPageMissing
  if (value.trim() !== '') return ''
  return kind === 'event' ? WORDS.goalEventMissing : WORDS.stepGoalMissing
}

function emptyStep(): PathStep {
  return { kind: 'page', value: '' }
}
