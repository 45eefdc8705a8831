import { randomBytes } from 'node:crypto'
import type { User } from '../core/ports.ts'

/** A new account under a random id. */
export function newUser(
  email: string,
  passwordHash: string,
  { isOperator }: Pick<User, 'isOperator'>,
  nowSeconds: number,
): User {
  return { id: randomBytes(8).toString('hex'), email, passwordHash, isOperator, createdAtSeconds: nowSeconds }
}
