import { randomBytes } from 'node:crypto'
import type { User } from '../core/ports.ts'

/** A new account under a random id; without a password for whoever signs in with the provider. */
export function newUser(
  email: string,
  passwordHash: string | undefined,
  { isOperator }: Pick<User, 'isOperator'>,
  nowSeconds: number,
): User {
  return { id: randomBytes(8).toString('hex'), email, passwordHash, isOperator, createdAtSeconds: nowSeconds }
}
