import { passkeysOf } from '../accounts/factor-changes.ts'
import { passkeyId } from '../accounts/passkeys.ts'
import type { RelyingParty } from '../accounts/relying-party.ts'
import type { User } from '../core/ports.ts'
import type { SecondFactorBody } from './contract.ts'

/** What somebody signs in with besides the password, as far as it may be shown: no secret, key or credential. */
export function secondFactorBody(user: User, place: RelyingParty | undefined): SecondFactorBody {
  return {
    has_totp: user.secondFactor?.totpSecret !== undefined,
    recovery_codes_left: user.secondFactor?.recoveryHashes.length ?? 0,
    passkey_origin: place?.origin ?? null,
    passkeys: passkeysOf(user).map(passkey => ({
      id: passkeyId(passkey),
      name: passkey.name,
      added_at: new Date(passkey.createdAtSeconds * 1_000).toISOString(),
      last_used_on: passkey.lastUsedOn ?? null,
    })),
  }
}
