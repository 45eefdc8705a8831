import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a challenge waits for its answer. */
export const CHALLENGE_SECONDS = 5 * 60
const NONCE_BYTES = 16
const SECONDS_BYTES = 6
const SEAL_BYTES = 32

/** What a challenge is good for, and with whom. */
export type ChallengePurpose =
  /** Whoever has the passkey signs in. */
  | { readonly kind: 'sign_in' }
  /** This person shows a second factor. */
  | { readonly kind: 'second_factor'; readonly userId: string }
  /** This person, who has just shown who they are, adds a passkey. */
  | { readonly kind: 'add'; readonly userId: string }

/** What a challenge is worth: `over` was good once, `foreign` was not made here, or for something else. */
export type ChallengeState = 'good' | 'over' | 'foreign'

/** Random texts that a device signs, each good once, for a few minutes and one purpose. */
export interface PasskeyChallenges {
  /** A new one, base64url. */
  make(purpose: ChallengePurpose): string
  look(challenge: string, purpose: ChallengePurpose): ChallengeState
  /** Uses a good one up; false when it was already. */
  spend(challenge: string): boolean
}

/**
 * Challenges that carry their end and a seal of their purpose under a key that lives as long as the process. Making one
 * keeps nothing, so that nobody can fill memory with them or push out those of others; kept until their end are those that
 * a passkey has signed.
 */
export function openPasskeyChallenges(nowSeconds: () => number): PasskeyChallenges {
  const key = randomBytes(SEAL_BYTES)
  /** Second since 1970 at which each used one is over. */
  const spent = new Map<string, number>()

  function sealOf(head: Uint8Array, purpose: ChallengePurpose): Buffer {
    const userId = 'userId' in purpose ? purpose.userId : ''
    return createHmac('sha256', key).update(head).update(`${purpose.kind} ${userId}`).digest()
  }

  function forgetOver(): void {
    for (const [challenge, endsAtSeconds] of spent) {
      if (endsAtSeconds > nowSeconds()) return
      spent.delete(challenge)
    }
  }

  return {
    make(purpose) {
      const head = Buffer.alloc(NONCE_BYTES + SECONDS_BYTES)
      randomBytes(NONCE_BYTES).copy(head)
      head.writeUIntBE(nowSeconds() + CHALLENGE_SECONDS, NONCE_BYTES, SECONDS_BYTES)
      return Buffer.concat([head, sealOf(head, purpose)]).toString('base64url')
    },
    look(challenge, purpose) {
      const bytes = Buffer.from(challenge, 'base64url')
      // Of two spellings of the same bytes only one was made here.
      if (bytes.length !== NONCE_BYTES + SECONDS_BYTES + SEAL_BYTES) return 'foreign'
      if (bytes.toString('base64url') !== challenge) return 'foreign'
      const head = bytes.subarray(0, -SEAL_BYTES)
      if (!timingSafeEqual(bytes.subarray(-SEAL_BYTES), sealOf(head, purpose))) return 'foreign'
      return endOf(bytes) > nowSeconds() && !spent.has(challenge) ? 'good' : 'over'
    },
    spend(challenge) {
      forgetOver()
      if (spent.has(challenge)) return false
      spent.set(challenge, endOf(Buffer.from(challenge, 'base64url')))
      return true
    },
  }
}

function endOf(bytes: Buffer): number {
  return bytes.readUIntBE(NONCE_BYTES, SECONDS_BYTES)
}
