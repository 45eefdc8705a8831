import { hash } from 'node:crypto'

/** Block of SHA-256 in bytes, and its digest. */
const BLOCK_BYTES = 64
const DIGEST_BYTES = 32
const INNER_PAD = 0x36
const OUTER_PAD = 0x5c

/** Room for one message; used again and again, and free of the key after every use. */
const scratch = Buffer.alloc(4_096)
const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES)

/**
 * HMAC-SHA-256 of a text in UTF-8 under a key of at most 64 bytes, in base64url. Source: RFC 2104.
 * Made of two hashes in one call each: node's own Hmac object costs three times as much, most of it for the
 * garbage collector, and two of them were the dearest step of an event. Digests are texts, since bytes of their own take
 * longer to make than the hash.
 */
export function hmacSha256(key: Uint8Array, message: string): string {
  const needed = BLOCK_BYTES + message.length * 3
  const inner = needed <= scratch.length ? scratch : Buffer.alloc(needed)
  pad(inner, key, INNER_PAD)
  const end = BLOCK_BYTES + inner.write(message, BLOCK_BYTES)
  const digest = hash('sha256', inner.subarray(0, end), 'binary')
  pad(outer, key, OUTER_PAD)
  outer.write(digest, BLOCK_BYTES, 'binary')
  const result = hash('sha256', outer, 'base64url')
  inner.fill(0, 0, end)
  outer.fill(0)
  return result
}

function pad(block: Buffer, key: Uint8Array, value: number): void {
  for (let index = 0; index < key.length; index++) block[index] = (key[index] ?? 0) ^ value
  block.fill(value, key.length, BLOCK_BYTES)
}
