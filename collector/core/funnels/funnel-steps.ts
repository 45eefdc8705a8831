import type { Goal } from '../goals/goal.ts'
import type { FunnelStep } from '../paths/funnel.ts'
import type { Funnel, StoredStep } from './funnel.ts'

/** The steps of a stored funnel as a question has them; a text that names the goal which the site does not have any more. */
export function funnelSteps(
  { steps }: Pick<Funnel, 'steps'>,
  goals: readonly Goal[],
): readonly FunnelStep[] | { readonly missingGoal: string } {
  const found = steps.map(step => ({ step, goal: goalOf(step, goals) }))
  const missing = found.find(({ goal }) => goal === undefined)
  if (missing !== undefined) return { missingGoal: nameOf(missing.step) }
  return found.map(({ step, goal }) => ({
    name: nameOf(step),
    condition: { kind: 'goal', goals: goal === undefined ? [] : [goal] },
  }))
}

/** A step that names no goal means what a goal of its page or event would. */
function goalOf(step: StoredStep, goals: readonly Goal[]): Goal | undefined {
  const common = { displayName: nameOf(step), props: [] }
  switch (step.kind) {
    case 'page':
      return { kind: 'page', pagePattern: step.pagePattern, ...common }
    case 'event':
      return { kind: 'event', eventName: step.eventName, currency: undefined, ...common }
    case 'goal':
      return goals.find(({ displayName }) => displayName === step.goal)
  }
}

function nameOf(step: StoredStep): string {
  switch (step.kind) {
    case 'page':
      return step.pagePattern
    case 'event':
      return step.eventName
    case 'goal':
      return step.goal
  }
}
