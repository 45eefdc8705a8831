import { Secret, TOTP } from 'otpauth'
import type { User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { withoutTotp, withTotp } from './factor-changes.ts'
import { recoveryHash } from './recovery-codes.ts'

/** How long a secret that was shown waits for its first code. */
const PENDING_SECONDS = 15 * 60
/** Steps of time that a clock may be off, each way (RFC 6238, 5.2). */
const WINDOW_STEPS = 1
const STEP_SECONDS = 30
const SECRET_BYTES = 20

/** What a person types into, or photographs with, an app that makes codes. */
export interface NewSecret {
  /** Base32. */
  readonly secret: string
  /** `otpauth://…`, for a QR code. */
  readonly uri: string
}

/** Which code it was that fitted. */
export type UsedCode = 'totp' | 'recovery'

/** Codes by time (RFC 6238), and recovery codes that work once each. */
export interface SecondFactor {
  /** A new secret for somebody who has none yet; it counts once it is confirmed. */
  offer(user: User): NewSecret
  /** Takes the offered secret into use when the code fits; the recovery codes, to be shown once: none when there were some. */
  confirm(user: User, code: string): Promise<readonly string[] | undefined>
  /** Uses a code up: the same one does not fit twice. Undefined when it does not fit. */
  use(user: User, code: string): Promise<UsedCode | undefined>
  /** Takes codes by time away; passkeys stay. */
  remove(user: User): Promise<void>
}

export interface SecondFactorDeps {
  readonly directory: Pick<Directory, 'changeUser'>
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Offers wait in memory, and so do the latest steps that were used: a restart forgets what is good for half a minute. */
export function openSecondFactor({ directory, nowSeconds }: SecondFactorDeps): SecondFactor {
  const offers = new Map<string, { readonly secret: string; readonly expiresAtSeconds: number }>()
  const lastSteps = new Map<string, number>()

  /** The step of time that a code belongs to. */
  function stepOf(secret: string, code: string): number | undefined {
    if (!/^\d{6}$/.test(code)) return undefined
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const off = totp.validate({ token: code, timestamp: nowSeconds() * 1_000, window: WINDOW_STEPS })
    return off === null ? undefined : Math.floor(nowSeconds() / STEP_SECONDS) + off
  }

  function takeStep(user: User, secret: string, code: string): boolean {
    const step = stepOf(secret, code)
    if (step === undefined || step <= (lastSteps.get(user.id) ?? 0)) return false
    lastSteps.set(user.id, step)
    return true
  }

  return {
    offer(user) {
      const secret = new Secret({ size: SECRET_BYTES })
      offers.set(user.id, { secret: secret.base32, expiresAtSeconds: nowSeconds() + PENDING_SECONDS })
      const uri = new TOTP({ issuer: 'Hanki', label: user.email, secret }).toString()
      return { secret: secret.base32, uri }
    },

    async confirm(user, code) {
      const offer = offers.get(user.id)
      if (offer === undefined || offer.expiresAtSeconds <= nowSeconds()) return undefined
      if (!takeStep(user, offer.secret, code.replaceAll(/\s/g, ''))) return undefined
      offers.delete(user.id)
      let recoveryCodes: readonly string[] = []
      const changed = await directory.changeUser(user.id, stored => {
        const added = withTotp(stored, offer.secret)
        recoveryCodes = added.recoveryCodes
        return added.user
      })
      return changed && recoveryCodes
    },

    async use(user, typed) {
      const { secondFactor } = user
      if (secondFactor === undefined) return undefined
      const code = typed.replaceAll(/\s/g, '')
      const { totpSecret } = secondFactor
      if (totpSecret !== undefined && takeStep(user, totpSecret, code)) return 'totp'
      const used = recoveryHash(code)
      let isUsed = false
      // As it is stored at this moment: two requests with one code must not both find it.
      await directory.changeUser(user.id, stored => {
        const hashes = stored.secondFactor?.recoveryHashes ?? []
        isUsed = hashes.includes(used)
        if (stored.secondFactor === undefined || !isUsed) return stored
        const recoveryHashes = hashes.filter(hash => hash !== used)
        return { ...stored, secondFactor: { ...stored.secondFactor, recoveryHashes } }
      })
      return isUsed ? 'recovery' : undefined
    },

    async remove(user) {
      await directory.changeUser(user.id, withoutTotp)
    },
  }
}
