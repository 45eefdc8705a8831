import type { Observed } from './observe.ts'

/** Loads at one speed of the processor, in their order. */
export interface Round {
  readonly slowdown: number
  /** Nobody pressed anything. */
  readonly looked: readonly Observed[]
  /** A figure was pressed as soon as it was shown. */
  readonly pressed: readonly Observed[]
}

/** Until the first screen answers, on a processor that is four times slower; ms. */
export const MOST_INTERACTIVE_MS = 1_000
export const SLOW = 4

/** One figure of both speeds. */
interface Row {
  readonly words: string
  readonly of: (round: Round) => readonly number[]
  readonly digits: number
}

const ROWS: readonly Row[] = [
  { words: 'first paint, ms', of: ({ looked }) => looked.map(({ painted }) => painted), digits: 0 },
  { words: 'figures shown, ms', of: ({ looked }) => looked.map(({ figures }) => figures), digits: 0 },
  { words: 'interactive, ms', of: interactive, digits: 0 },
  {
    words: 'everything shown, ms',
    of: ({ looked }) => looked.map(({ everything }) => everything),
    digits: 0,
  },
  { words: 'blocked by long tasks, ms', of: ({ looked }) => looked.map(({ blocked }) => blocked), digits: 0 },
  { words: 'layout shift', of: ({ looked }) => looked.map(({ shift }) => shift), digits: 4 },
  { words: 'scripts, bytes', of: ({ looked }) => looked.map(({ scriptBytes }) => scriptBytes), digits: 0 },
  { words: 'requests', of: ({ looked }) => looked.map(({ requests }) => requests), digits: 0 },
]

/** The middle one; of an even number of them the lower. Throws when there is none. */
export function medianOf(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new Error('There is no middle of nothing')
  return middle
}

/** Whether the first screen answers soon enough on a slow processor; undefined when none was measured. */
export function isSoonEnough(rounds: readonly Round[]): boolean | undefined {
  const slow = rounds.find(({ slowdown }) => slowdown === SLOW)
  return slow === undefined ? undefined : medianOf(interactive(slow)) <= MOST_INTERACTIVE_MS
}

/** Medians of both speeds, what the slower one is of the faster, and whether the target is met. */
export function dashboardReport(rounds: readonly Round[]): string {
  const [fast, slow] = rounds.toSorted((a, b) => a.slowdown - b.slowdown)
  if (fast === undefined || slow === undefined) throw new Error('Two speeds are compared')
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(12))).join('')
  return [
    `First load of the first screen, medians of ${fast.looked.length} loads each, with nothing in the cache`,
    line(['', `${fast.slowdown} ×`, `${slow.slowdown} ×`, 'ratio']),
    ...ROWS.map(({ words, of, digits }) => {
      const [one, other] = [medianOf(of(fast)), medianOf(of(slow))]
      return line([
        words,
        one.toFixed(digits),
        other.toFixed(digits),
        one === 0 ? '' : (other / one).toFixed(2),
      ])
    }),
    '',
    `interactive ≤ ${MOST_INTERACTIVE_MS.toLocaleString('en-US')} ms at ${SLOW}×: ${isSoonEnough(rounds) ? 'met' : 'MISSED'}`,
  ].join('\n')
}

function interactive({ pressed }: Round): readonly number[] {
  return pressed.map(({ answered }) => answered ?? Number.POSITIVE_INFINITY)
}
