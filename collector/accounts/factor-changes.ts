import type { Passkey, User } from '../core/ports.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'

/** An account with another factor, and the recovery codes that came with it: none when there were some before. */
export interface AddedFactor {
  readonly user: User
  readonly recoveryCodes: readonly string[]
}

/** Adds codes by time; with the first factor of either kind come recovery codes. */
export function withTotp(user: User, totpSecret: string): AddedFactor {
  return adding(user, { totpSecret })
}

/** Adds a passkey; with the first factor of either kind come recovery codes. */
export function withPasskey(user: User, passkey: Passkey): AddedFactor {
  return adding(user, { passkeys: [...passkeysOf(user), passkey] })
}

/** Takes codes by time away; recovery codes go with the last factor. */
export function withoutTotp(user: User): User {
  return withFactors(user, undefined, passkeysOf(user))
}

/** Takes a passkey away; recovery codes go with the last factor. */
export function withoutPasskey(user: User, credentialId: string): User {
  const rest = passkeysOf(user).filter(passkey => passkey.credentialId !== credentialId)
  return withFactors(user, user.secondFactor?.totpSecret, rest)
}

/** Puts a passkey in the place of the one with the same credential id. */
export function withChangedPasskey(user: User, changed: Passkey): User {
  const isChanged = ({ credentialId }: Passkey): boolean => credentialId === changed.credentialId
  const passkeys = passkeysOf(user).map(passkey => (isChanged(passkey) ? changed : passkey))
  return withFactors(user, user.secondFactor?.totpSecret, passkeys)
}

/** A person's passkeys, the oldest first. */
export function passkeysOf(user: User): readonly Passkey[] {
  return user.secondFactor?.passkeys ?? []
}

function adding(user: User, factor: { totpSecret: string } | { passkeys: readonly Passkey[] }): AddedFactor {
  const { secondFactor } = user
  const recoveryCodes = secondFactor === undefined ? newRecoveryCodes() : []
  const before = secondFactor ?? {
    totpSecret: undefined,
    passkeys: [],
    recoveryHashes: recoveryCodes.map(recoveryHash),
  }
  return { user: { ...user, secondFactor: { ...before, ...factor } }, recoveryCodes }
}

function withFactors(user: User, totpSecret: string | undefined, passkeys: readonly Passkey[]): User {
  const { secondFactor, ...rest } = user
  if (secondFactor === undefined || (totpSecret === undefined && passkeys.length === 0)) return rest
  return { ...rest, secondFactor: { ...secondFactor, totpSecret, passkeys } }
}
