import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Passkey, User } from '../core/ports.ts'
import { passkeysOf } from './factor-changes.ts'
import { CHALLENGE_SECONDS } from './passkey-challenges.ts'
import type { RelyingParty } from './relying-party.ts'

/** What a key may sign with, the best first: ECDSA, EdDSA, RSA (IANA COSE Algorithms). */
export const PASSKEY_ALGORITHMS = [-7, -8, -257] as const

/** Asks a browser for the answer of a passkey: one of these, or without any whichever somebody picks. */
export function requestOptions(
  { id }: RelyingParty,
  challenge: string,
  passkeys: readonly Passkey[],
): PublicKeyCredentialRequestOptionsJSON {
  return {
    challenge,
    rpId: id,
    timeout: CHALLENGE_SECONDS * 1_000,
    userVerification: 'required',
    allowCredentials: passkeys.map(toDescriptor),
  }
}

/** Asks a browser for a new passkey that finds its account by itself, on a device that has none of this person yet. */
export function creationOptions(
  { id }: RelyingParty,
  challenge: string,
  user: User,
): PublicKeyCredentialCreationOptionsJSON {
  return {
    rp: { id, name: 'Hanki' },
    user: { id: userHandle(user), name: user.email, displayName: user.email },
    challenge,
    pubKeyCredParams: PASSKEY_ALGORITHMS.map(alg => ({ alg, type: 'public-key' })),
    timeout: CHALLENGE_SECONDS * 1_000,
    excludeCredentials: passkeysOf(user).map(toDescriptor),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    // Which make the device is of is nobody's business.
    attestation: 'none',
  }
}

/** What devices keep to name an account: its id, which tells nothing about the person; base64url. */
export function userHandle({ id }: User): string {
  return Buffer.from(id).toString('base64url')
}

function toDescriptor({ credentialId, transports }: Passkey) {
  // Words of WebAuthn that its types do not know yet are good too.
  return { id: credentialId, type: 'public-key' as const, transports: [...transports] as 'internal'[] }
}
