/** Lets a few requests of each name in at once, the others behind them in order: a crowd of one name holds up no other. */
export interface Lanes {
  /** Does `work` now or when it is the name's turn; `leave` must be called once when the work is done. */
  enter(name: string, work: () => void): void
  leave(name: string): void
}

interface Lane {
  running: number
  readonly waiting: (() => void)[]
}

/** So many names are kept without work: a map in which they came and went with each request would be copied over and over. */
const KEPT_NAMES = 1_000

export function openLanes(width: number): Lanes {
  let lanes = new Map<string, Lane>()
  /** With so many names those without work are forgotten. */
  let full = KEPT_NAMES

  function laneOf(name: string): Lane {
    const known = lanes.get(name)
    if (known !== undefined) return known
    if (lanes.size >= full) {
      lanes = new Map([...lanes].filter(([, { running }]) => running > 0))
      full = 2 * lanes.size + KEPT_NAMES
    }
    const lane = { running: 0, waiting: [] }
    lanes.set(name, lane)
    return lane
  }

  return {
    enter(name, work) {
      const lane = laneOf(name)
      if (lane.running >= width) {
        lane.waiting.push(work)
        return
      }
      lane.running++
      work()
    },
    leave(name) {
      const lane = lanes.get(name)
      if (lane === undefined) return
      const next = lane.waiting.shift()
      if (next !== undefined) next()
      else lane.running--
    },
  }
}
