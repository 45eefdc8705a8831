/** A reproducible source of chance: the same seed gives the same sequence. Not for secrets. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** True with this probability, 0–1. */
  chance(probability: number): boolean
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  /** Log-normal around `median`, in the median's unit; `spread` is the standard deviation of the logarithm. */
  around(median: number, spread: number): number
  /** One of the rows, by their weights. Throws when there is none. */
  pick<Row extends Weighted>(rows: readonly Row[]): Row
  /** One of the items, all equally likely. Throws when there is none. */
  oneOf<Item>(items: readonly Item[]): Item
}

/** A row of a table of shares; only the relation of the weights matters. */
export interface Weighted {
  readonly weight: number
}

/** Opens the sequence of this seed (mulberry32, a 32-bit mixer; `salt` separates the sequences of one seed). */
export function openRandom(seed: number, salt = 0): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  function oneOf<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('There is nothing to choose from')
    return item
  }

  return {
    next,
    oneOf,
    chance: probability => next() < probability,
    below: limit => Math.floor(next() * limit),
    around: (median, spread) => median * Math.exp(spread * normal(next)),
    pick(rows) {
      let rest = next() * rows.reduce((sum, row) => sum + row.weight, 0)
      for (const row of rows) {
        rest -= row.weight
        if (rest < 0) return row
      }
      return oneOf(rows)
    },
  }
}

/** Standard normal deviate (Box and Muller). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
