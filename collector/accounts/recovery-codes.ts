import { randomBytes } from 'node:crypto'
import { Secret } from 'otpauth'
import { tokenHash } from './tokens.ts'

const CODES = 10
const CODE_BYTES = 10

/** New recovery codes, to be shown once; what is stored of them is `recoveryHash`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, newCode)
}

/** SHA-256 of a code, however it is typed. No salt is needed against 80 random bits. */
export function recoveryHash(code: string): string {
  return tokenHash(code.replaceAll(/[-\s]/g, '').toUpperCase())
}

/** 80 random bits in groups that can be typed, such as `ABCD-EFGH-IJKL-MNOP`. */
function newCode(): string {
  const text = new Secret({ buffer: Uint8Array.from(randomBytes(CODE_BYTES)).buffer }).base32
  return text.match(/.{4}/g)?.join('-') ?? text
}
