import type { Random } from '../../demo/random.ts'

/** Draws a rank from 0 to the tail's length − 1, small ranks far more often. */
export type LongTail = (random: Random) => number

/**
 * Popularity that falls with the rank to the power of `exponent` (Zipf and Mandelbrot): 1 is usual for pages and
 * referrers; more makes the head heavier. `flat` ranks at the head share about the same weight.
 */
export function longTail(length: number, exponent: number, flat = 2): LongTail {
  const reached = new Float64Array(length)
  let sum = 0
  for (let rank = 0; rank < length; rank++) {
    sum += (rank + flat) ** -exponent
    reached[rank] = sum
  }
  return random => firstAbove(reached, random.next() * sum)
}

/** Index of the first sum that is above the value, by halving. */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sums[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
