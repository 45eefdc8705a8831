import { hash } from 'node:crypto'

/** How long a repeated request counts once, in hours. */
export const IDEMPOTENCY_HOURS = 24

/** Bits of the hash; the 20 bits above it hold the hour of receipt, which fits until 2089. At a million keys a day two meet once in 17 million. */
const HASH_BITS = 44n
const HASH_MASK = (1n << HASH_BITS) - 1n

/**
 * What is kept of an `Idempotency-Key`, a decimal string of 64 bits: the hour of receipt since 1970 above 44 bits of
 * SHA-256 of the key and its sender's API key. It lies in the event's own row, so that event and key are durable together.
 */
export function idempotencyKey(apiKeyId: string, text: string, nowSeconds: number): string {
  const digest = hash('sha256', `${apiKeyId} ${text}`, 'buffer').readBigUInt64BE(0) & HASH_MASK
  return ((hourOf(nowSeconds) << HASH_BITS) | digest).toString()
}

/** The least key that was received within the last 24 hours. */
export function leastIdempotencyKey(nowSeconds: number): string {
  return ((hourOf(nowSeconds) - BigInt(IDEMPOTENCY_HOURS)) << HASH_BITS).toString()
}

/** The key without its hour, below 2^44; and the hour since 1970. */
export function partsOfIdempotencyKey(key: string): { readonly digest: number; readonly hour: number } {
  const value = BigInt(key)
  return { digest: Number(value & HASH_MASK), hour: Number(value >> HASH_BITS) }
}

function hourOf(seconds: number): bigint {
  return BigInt(Math.floor(seconds / 3_600))
}
