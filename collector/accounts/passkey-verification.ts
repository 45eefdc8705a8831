import * as v from 'valibot'
import type { Passkey } from '../core/ports.ts'
import { PASSKEY_ALGORITHMS } from './passkey-options.ts'
import type { RelyingParty } from './relying-party.ts'

/** What an answer must have been made for. */
export interface Expected {
  readonly place: RelyingParty
  /** Whether the challenge that was signed is the right one. */
  readonly isChallenge: (challenge: string) => boolean
}

/** What a device gave of a new passkey. */
export type NewKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'signCount' | 'transports'>

/** Longest public key, base64url characters: RSA with 4,096 bits has 710. */
const MAX_KEY_CHARACTERS = 1_400
/** Longest credential id, base64url characters: 1,023 bytes (Web Authentication 2, 4). */
const MAX_ID_CHARACTERS = 1_364

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_CHARACTERS))
const credential = { id, rawId: id, type: v.literal('public-key') }
const transport = v.pipe(v.string(), v.regex(/^[a-z-]{1,32}$/))

const ATTESTATION = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: v.string(),
    attestationObject: v.string(),
    transports: v.optional(v.pipe(v.array(transport), v.maxLength(10)), []),
  }),
})

const ASSERTION = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: v.string(),
    authenticatorData: v.string(),
    signature: v.string(),
    userHandle: v.optional(v.string()),
  }),
})

/** What a passkey answered, in shape; nothing is verified yet. */
export type Assertion = v.InferOutput<typeof ASSERTION>

/** An answer of a passkey as browsers send it; undefined for anything else. */
export function parseAssertion(response: unknown): Assertion | undefined {
  const result = v.safeParse(ASSERTION, response)
  return result.success ? result.output : undefined
}

/** The new key, when the person was verified and everything is as expected; else undefined. */
export async function verifyNewKey(
  response: unknown,
  { place, isChallenge }: Expected,
): Promise<NewKey | undefined> {
  const parsed = v.safeParse(ATTESTATION, response)
  if (!parsed.success) return undefined
  const { transports, attestationObject } = parsed.output.response
  const library = await loadLibrary()
  try {
    // Certificates would be looked up on the network, and none were asked for.
    const statement = library
      .decodeAttestationObject(library.isoBase64URL.toBuffer(attestationObject))
      .get('attStmt')
    if (statement.get('x5c') !== undefined || statement.get('response') !== undefined) return undefined
    const { verified, registrationInfo } = await library.verifyRegistrationResponse({
      response: { ...parsed.output, clientExtensionResults: {} },
      expectedChallenge: isChallenge,
      expectedOrigin: place.origin,
      expectedRPID: place.id,
      supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
    })
    if (!verified) return undefined
    const { id: credentialId, publicKey, counter } = registrationInfo.credential
    const encoded = library.isoBase64URL.fromBuffer(publicKey)
    if (encoded.length > MAX_KEY_CHARACTERS || credentialId.length > MAX_ID_CHARACTERS) return undefined
    return { credentialId, publicKey: encoded, signCount: counter, transports }
  } catch {
    // The library throws at whatever is wrong with an answer.
    return undefined
  }
}

/** How often the passkey says it has signed, when the person was verified and everything is as expected; else undefined. */
export async function verifyAssertion(
  response: Assertion,
  { credentialId, publicKey }: Passkey,
  { place, isChallenge }: Expected,
): Promise<number | undefined> {
  const library = await loadLibrary()
  try {
    const { verified, authenticationInfo } = await library.verifyAuthenticationResponse({
      response: { ...response, response: withoutUndefined(response.response), clientExtensionResults: {} },
      expectedChallenge: isChallenge,
      expectedOrigin: place.origin,
      expectedRPID: place.id,
      // The count is compared by the caller: here it would be before the signature, when anybody could have made it up.
      credential: { id: credentialId, publicKey: library.isoBase64URL.toBuffer(publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    // As above.
    return undefined
  }
}

/** 26 MB that an installation without passkeys does without. */
async function loadLibrary() {
  const [server, helpers] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  return { ...server, ...helpers }
}

function withoutUndefined({ userHandle, ...rest }: Assertion['response']) {
  return userHandle === undefined ? rest : { ...rest, userHandle }
}
