/** Steps that an owner has given a name to, so that one sees how many get from the first to the last. */
export interface Funnel {
  /** Unique within a site, never given again. */
  readonly id: number
  /** 1–120 characters. */
  readonly name: string
  /** Whether the steps must come in one visit, or in one day of a visitor. */
  readonly within: 'visit' | 'day'
  /** 2–8, in order. */
  readonly steps: readonly StoredStep[]
}

/** What has to happen: a page is viewed, an event happens, or a goal of the site is reached. */
export type StoredStep =
  | { readonly kind: 'page' /** See page-pattern.ts. */; readonly pagePattern: string }
  | { readonly kind: 'event'; readonly eventName: string }
  | { readonly kind: 'goal' /** Its display name. */; readonly goal: string }
