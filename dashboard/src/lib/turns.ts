/** Longest that a turn is waited for on a page that is never idle, ms. */
const PATIENCE_MS = 400
/** Longest that anything is held for what comes first, ms. */
const HELD_MS = 1_000

const waiting: (() => void)[] = []
let isRunning = false
let held: Promise<unknown> = Promise.resolve()

/** Gives no turn before this has settled, or a second has passed: nothing gets in the way of what people wait for. */
export function holdTurns(until: Promise<unknown>): void {
  held = soon(until)
}

/** Resolves when this has settled, but after a second at the latest. */
export function soon(until: Promise<unknown>): Promise<unknown> {
  const patience = new Promise(resolve => setTimeout(resolve, HELD_MS))
  return Promise.race([until.catch(() => undefined), patience])
}

/**
 * Calls `take` when the page has nothing more urgent to do, after whoever asked before, each in a task of its own: what people
 * see first answers them meanwhile. Returns how to give the turn up.
 */
export function awaitTurn(take: () => void): () => void {
  waiting.push(take)
  if (!isRunning) void next()
  return () => {
    const at = waiting.indexOf(take)
    if (at >= 0) waiting.splice(at, 1)
  }
}

/** Resolves when such a turn has come. */
export function turn(): Promise<void> {
  return new Promise(resolve => awaitTurn(resolve))
}

async function next(): Promise<void> {
  isRunning = true
  while (waiting.length > 0) {
    await held
    await idle()
    waiting.shift()?.()
  }
  isRunning = false
}

function idle(): Promise<unknown> {
  return new Promise(resolve => {
    // Not every browser tells when it is idle.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: PATIENCE_MS })
    else setTimeout(resolve)
  })
}
