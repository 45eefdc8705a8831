import { createHash, randomBytes } from 'node:crypto'

/** Length of every secret that is handed out, bytes. */
const TOKEN_BYTES = 32

/** A secret of 256 random bits, base64url. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** SHA-256 of a random secret, hex: what is stored instead of it. No salt is needed against 256 random bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
