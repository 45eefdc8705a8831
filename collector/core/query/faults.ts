/** Collects what is wrong with a request: the JSON path of the fault, and words that say what to do. */
export interface Faults {
  /** `path` without the leading `#/`, such as `metrics/0`. */
  add(path: string, message: string): void
  /** `#/metrics/0: …` for each, in the order found. */
  readonly messages: readonly string[]
}

/** Most faults that one answer lists; a body of thousands of wrong items must not become a longer answer. */
const MAX_FAULTS = 50

/** An empty list of faults. */
export function newFaults(): Faults {
  const messages: string[] = []
  return {
    add(path, message) {
      if (messages.length < MAX_FAULTS) messages.push(`#/${path}: ${message}`)
    },
    messages,
  }
}

/** A value from a request as it is named in a message: at most 60 characters, and never a nested value's inside. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return '(a list)'
  if (isObject(value)) return '(an object)'
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}

/** True for an object that is neither null nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Adds a fault for each key that is not known. */
export function refuseUnknownKeys(
  value: Record<string, unknown>,
  known: readonly string[],
  path: string,
  faults: Faults,
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      faults.add(`${path}${key.slice(0, 60)}`, `Unknown key. Use only ${known.join(', ')}.`)
    }
  }
}
