import type { GoalBody } from '../../../collector/core/goals/goal-body.ts'
import type { GoalsBody } from '../../../collector/http/contract.ts'
import { readGoals, removeGoal, saveGoal } from './api.ts'
import { WORDS } from './wording.ts'

/** A goal as the collector gives it: always with its name. */
export type NamedGoal = GoalBody & { readonly display_name: string }

/** What the owner of a site wants visitors to do, as the collector knows it. */
export class Goals {
  readonly #domain: string
  #list = $state.raw<readonly NamedGoal[]>()
  #trouble = $state('')

  constructor(domain: string) {
    this.#domain = domain
  }

  /** In the order in which they were added; undefined until the collector has answered. */
  get list(): readonly NamedGoal[] | undefined {
    return this.#list
  }

  /** Why the list could not be read, or a goal not be removed, in words; empty when it could. */
  get trouble(): string {
    return this.#trouble
  }

  load(): Promise<void> {
    return this.#try(() => readGoals(this.#domain))
  }

  remove(name: string): Promise<void> {
    return this.#try(() => removeGoal(this.#domain, name))
  }

  /** Adds a goal, or changes the one of this name. Throws `ApiError` for what was typed. */
  async save(goal: GoalBody, name: string | undefined): Promise<void> {
    this.#take(await saveGoal(this.#domain, goal, name))
  }

  async #try(work: () => Promise<GoalsBody>): Promise<void> {
    try {
      this.#take(await work())
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.failed
    }
  }

  #take({ goals }: GoalsBody): void {
    this.#list = goals.map(goal => ({ ...goal, display_name: goal.display_name ?? '' }))
    this.#trouble = ''
  }
}
