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

export function openLanes(width: number): Lanes {
  /** Only of names with work under way. */
  const lanes = new Map<string, Lane>()
  return {
    enter(name, work) {
      const lane = lanes.get(name) ?? { running: 0, waiting: [] }
      lanes.set(name, lane)
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
      else if (--lane.running === 0) lanes.delete(name)
    },
  }
}
