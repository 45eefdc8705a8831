/** Something that an owner wants visitors to do. Known by its display name, which no two goals of a site share. */
export type Goal = EventGoal | PageGoal | ScrollGoal

interface CommonGoal {
  /** 1–120 characters; what the API's dimension `event:goal` shows. */
  readonly displayName: string
  /** Properties that the event must have, at most 3. */
  readonly props: readonly GoalProperty[]
}

/** An event of this name happened. */
export interface EventGoal extends CommonGoal {
  readonly kind: 'event'
  readonly eventName: string
  /** ISO 4217: the currency in which the goal's revenue is summed; undefined: whatever the events carry. */
  readonly currency: string | undefined
}

/** A page that fits the pattern was viewed. */
export interface PageGoal extends CommonGoal {
  readonly kind: 'page'
  /** See page-pattern.ts. */
  readonly pagePattern: string
}

/** A page that fits the pattern was seen at least so far down. */
export interface ScrollGoal extends CommonGoal {
  readonly kind: 'scroll'
  readonly pagePattern: string
  /** Percent of the page's height, 1–100. */
  readonly scrollThreshold: number
}

export interface GoalProperty {
  readonly key: string
  readonly value: string
}

/** Most properties that one goal may ask for. */
export const MAX_GOAL_PROPS = 3
