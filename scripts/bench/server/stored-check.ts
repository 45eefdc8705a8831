import type { HankiServer } from './hanki.ts'

/** Compares what was acknowledged with what is stored. */
export interface StoredCheck {
  /** Counts events that were acknowledged since the last call. */
  acknowledge(events: number): void
  acknowledged(): number
  /** Waits until the journal is empty and counts. Throws when a single event is missing or stored twice. */
  verify(): Promise<void>
}

export function openStoredCheck(hanki: HankiServer): StoredCheck {
  let acknowledged = 0
  return {
    acknowledge(events) {
      acknowledged += events
    },
    acknowledged: () => acknowledged,
    async verify() {
      await hanki.untilStored()
      const { rows, positions } = await hanki.countStored()
      if (rows === acknowledged && positions === acknowledged) return
      throw new Error(
        `WRONG COUNT: ${acknowledged} events were acknowledged, ${rows} are stored with ${positions} journal positions`,
      )
    },
  }
}
