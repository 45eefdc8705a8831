import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** What a browser and a device may say otherwise than they should. */
export interface Lies {
  /** Where the browser says it was asked. */
  readonly origin?: string
  /** Whom the device signs for. */
  readonly rpId?: string
  /** False: nobody typed a PIN or showed a finger. */
  readonly isVerified?: boolean
  readonly signCount?: number
  readonly userHandle?: string
  readonly credentialId?: string
  /** What it was asked for, in the browser's words. */
  readonly type?: string
  /** A statement about the device that nobody asked for. */
  readonly attestation?: { readonly fmt: string; readonly attStmt: Cbor }
}

/** A device with one passkey, and the browser before it. */
export interface SoftwareAuthenticator {
  /** Makes the passkey. */
  create(options: PublicKeyCredentialCreationOptionsJSON, lies?: Lies): RegistrationResponseJSON
  /** Signs with it; each time it counts one more. */
  get(options: PublicKeyCredentialRequestOptionsJSON, lies?: Lies): AuthenticationResponseJSON
}

/** What CBOR is made of here (RFC 8949). */
export type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<Cbor, Cbor>

/** Present, verified, with the data of a credential (Web Authentication 2, 6.1). */
const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

/** Opens an authenticator that makes real keys and signatures; `counts` is false for those that always say 0. */
export function openSoftwareAuthenticator(origin: string, { counts = true } = {}): SoftwareAuthenticator {
  const credentialId = randomBytes(32)
  const keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })
  let handle = ''
  let uses = 0

  function authenticatorData(rpId: string, lies: Lies, more: Uint8Array): Buffer {
    const flags =
      PRESENT | (lies.isVerified === false ? 0 : VERIFIED) | (more.length > 0 ? WITH_CREDENTIAL : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lies.signCount ?? (counts ? uses : 0))
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.of(flags), count, more])
  }

  function clientData(type: string, challenge: string, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    )
  }

  return {
    create({ challenge, rp, user }, lies = {}) {
      handle = user.id
      const id = lies.credentialId === undefined ? credentialId : Buffer.from(lies.credentialId, 'base64url')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const more = Buffer.concat([Buffer.alloc(16), length, id, cbor(coseKey(keys.publicKey))])
      const { fmt, attStmt } = lies.attestation ?? { fmt: 'none', attStmt: new Map() }
      const attestation = new Map<Cbor, Cbor>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', authenticatorData(rp.id ?? '', lies, more)],
      ])
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, lies).toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    get({ challenge, rpId = '' }, lies = {}) {
      uses++
      const data = authenticatorData(rpId, lies, new Uint8Array())
      const client = clientData('webauthn.get', challenge, lies)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), keys.privateKey)
      const id = lies.credentialId ?? credentialId.toString('base64url')
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: lies.userHandle ?? handle,
        },
      }
    },
  }
}

/** EC2 key of ES256 (RFC 9053, 7.1.1). */
function coseKey(publicKey: KeyObject): Cbor {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return new Map<Cbor, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
}

/** Writes CBOR with the shortest heads, as authenticators do (CTAP 2, 6). */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map) {
    const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)])
    return Buffer.concat([head(5, value.size), ...pairs])
  }
  const list = value as readonly Cbor[]
  return Buffer.concat([head(4, list.length), ...list.map(cbor)])
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value)
  if (value < 0x100) return Buffer.of((major << 5) | 24, value)
  const long = Buffer.alloc(3)
  long[0] = (major << 5) | 25
  long.writeUInt16BE(value, 1)
  return long
}

function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest()
}
