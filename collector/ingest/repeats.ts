import {
  IDEMPOTENCY_HOURS,
  idempotencyKey,
  leastIdempotencyKey,
  partsOfIdempotencyKey,
} from '../core/event/idempotency-key.ts'
import type { EventStore } from '../core/ports.ts'
import type { Journal } from './journal/journal.ts'

/** Most keys that are remembered; beyond it the oldest are forgotten before their 24 hours are over. */
const MAX_KEYS = 1_000_000

/** Recognises requests that a server-side caller repeats, by their `Idempotency-Key`. */
export interface Repeats {
  /** What is kept of a key; see idempotency-key.ts. */
  keyOf(apiKeyId: string, text: string): string
  /** True when an event of the same key was stored within 24 hours. */
  isStored(key: string): boolean
  /** Does the work once no other work under the same key is going on. */
  alone<T>(key: string, work: () => Promise<T>): Promise<T>
  /** An event of this key is durable. */
  remember(key: string): void
  /** Forgets keys older than 24 hours. */
  forgetOld(): void
}

/** Knows the keys of stored events and of those in the journal, so that a restart forgets none. */
export async function openRepeats(
  eventStore: Pick<EventStore, 'idempotencyKeys'>,
  journal: Pick<Journal, 'unstored'>,
  nowSeconds: () => number,
): Promise<Repeats> {
  /** Hours of receipt by digest, oldest first. */
  const hours = new Map<number, number>()
  const running = new Map<number, Promise<unknown>>()

  function remember(key: string): void {
    const { digest, hour } = partsOfIdempotencyKey(key)
    hours.delete(digest)
    hours.set(digest, hour)
    if (hours.size <= MAX_KEYS) return
    const oldest = hours.keys().next()
    if (!oldest.done) hours.delete(oldest.value)
  }

  // The journal first: what leaves it meanwhile is in the database by then.
  const unstored: string[] = []
  for await (const { idempotencyKey } of journal.unstored()) {
    if (idempotencyKey !== '0') unstored.push(idempotencyKey)
  }
  const least = leastIdempotencyKey(nowSeconds())
  for (const key of await eventStore.idempotencyKeys(least, MAX_KEYS)) remember(key)
  for (const key of unstored) remember(key)

  return {
    keyOf: (apiKeyId, text) => idempotencyKey(apiKeyId, text, nowSeconds()),
    isStored(key) {
      const { digest, hour } = partsOfIdempotencyKey(key)
      const stored = hours.get(digest)
      return stored !== undefined && stored >= hour - IDEMPOTENCY_HOURS
    },
    async alone(key, work) {
      const { digest } = partsOfIdempotencyKey(key)
      for (let other = running.get(digest); other !== undefined; other = running.get(digest)) {
        await other.catch(() => undefined)
      }
      const mine = work()
      running.set(digest, mine)
      try {
        return await mine
      } finally {
        running.delete(digest)
      }
    },
    remember,
    forgetOld() {
      const { hour: least } = partsOfIdempotencyKey(leastIdempotencyKey(nowSeconds()))
      for (const [digest, hour] of hours) if (hour < least) hours.delete(digest)
    },
  }
}
