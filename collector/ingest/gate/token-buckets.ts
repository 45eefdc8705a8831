/** Limits how often something may happen per name: so many a second for long, and `burst` at once. */
export interface TokenBuckets {
  /** Takes `tokens` from the name's bucket; false, and nothing taken, when it holds fewer. */
  take(name: string, tokens: number, nowMs: number): boolean
}

/** Names share this many buckets: a million names take no more memory than one. */
const SLOTS = 65_536

/**
 * Token buckets in a table of fixed size, so that nobody can fill the memory with new names. Two names of one slot share
 * its bucket: of 10,000 names, one that floods has about one chance in seven to slow down a single other.
 * `seed`, any random number below 2^32, keeps anybody from choosing whom. Source: token bucket (RFC 2697 describes one).
 */
export function openTokenBuckets(ratePerSecond: number, burst: number, seed: number): TokenBuckets {
  /** What has been taken and not filled up again. */
  const taken = new Float64Array(SLOTS)
  const updatedMs = new Float64Array(SLOTS)
  return {
    take(name, tokens, nowMs) {
      const slot = hashOf(name, seed) % SLOTS
      const passedMs = Math.max(0, nowMs - (updatedMs[slot] ?? 0))
      const level = Math.max(0, (taken[slot] ?? 0) - (passedMs / 1_000) * ratePerSecond)
      const fits = level + tokens <= burst
      taken[slot] = fits ? level + tokens : level
      updatedMs[slot] = nowMs
      return fits
    },
  }
}

/** FNV-1a of 32 bits, begun with a seed and mixed once more so that near names lie far apart. */
function hashOf(name: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
