/** Where the versions of written rows come from; of two rows with one key the higher version counts. */
export interface Versions {
  /** A version above every earlier one and every one seen: nanoseconds since 1970 unless a clock went backwards. */
  next(): bigint
  /** Tells of a version that another process wrote. */
  saw(version: bigint): void
}

/** Versions that rise even when the machine's clock is set back, since a write must never lose against an older one. */
export function openVersions(nowMs: () => number = Date.now): Versions {
  let latest = 0n
  return {
    next() {
      const now = BigInt(nowMs()) * 1_000_000n
      latest = now > latest ? now : latest + 1n
      return latest
    },
    saw(version) {
      if (version > latest) latest = version
    },
  }
}
