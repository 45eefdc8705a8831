/** What a client knows of its event: nothing, that it was accepted, that it was refused and may be sent again. */
export type Fate = 'unanswered' | 'acknowledged' | 'refused'

const FATES: readonly Fate[] = ['unanswered', 'acknowledged', 'refused']

/** One byte per event, so that hundreds of thousands cost nothing. */
const FIRST_CAPACITY = 4_096

/**
 * Different pages of a run. A site may have 10,000 in a day before further ones are kept as `(other)`, and several runs
 * share a server.
 */
export const PAGES_PER_LAP = 2_000

/** The numbered events of one run and what their sender was told of each. */
export interface Ledger {
  /** Numbers a new event, from 0; until it is answered it is `unanswered`. */
  add(): number
  answer(number: number, fate: Fate): void
  /** Notes that the fault itself destroys this event, so that nobody could store it any more. */
  destroy(number: number): void
  isDestroyed(number: number): boolean
  fate(number: number): Fate
  /** How many events were sent. */
  size(): number
  count(fate: Fate): number
  /** Path of an event's page; page and name together are no other event's. */
  page(number: number): string
  /** Name of an event: a page view, and another one for every lap through the pages. */
  eventName(number: number): string
  /** What every page of this run begins with. */
  readonly prefix: string
}

/** Opens the ledger of a run; `run` tells runs apart, letters and digits only. */
export function openLedger(run: string): Ledger {
  const prefix = `/k/${run}-`
  const destroyed = new Set<number>()
  let fates = new Uint8Array(FIRST_CAPACITY)
  let size = 0

  return {
    prefix,
    add() {
      if (size === fates.length) {
        const larger = new Uint8Array(fates.length * 2)
        larger.set(fates)
        fates = larger
      }
      return size++
    },
    answer(number, fate) {
      fates[number] = FATES.indexOf(fate)
    },
    destroy: number => void destroyed.add(number),
    isDestroyed: number => destroyed.has(number),
    fate: number => FATES[fates[number] ?? 0] ?? 'unanswered',
    size: () => size,
    count(fate) {
      const wanted = FATES.indexOf(fate)
      let count = 0
      for (let number = 0; number < size; number++) if (fates[number] === wanted) count++
      return count
    },
    page: number => `${prefix}${number % PAGES_PER_LAP}`,
    eventName(number) {
      const lap = Math.floor(number / PAGES_PER_LAP)
      return lap === 0 ? 'pageview' : `lap-${lap}`
    },
  }
}
