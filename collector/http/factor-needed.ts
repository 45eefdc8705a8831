import type { Passkeys } from '../accounts/passkeys.ts'
import type { User } from '../core/ports.ts'
import type { FactorNeededBody } from './contract.ts'

/** What is asked for after the right password of somebody who has a second factor. */
export function factorNeeded(user: User, passkeys: Passkeys): FactorNeededBody {
  return toBody(
    user,
    passkeys,
    hasTotp(user)
      ? 'Type the six digits of your app, or a recovery code.'
      : 'Use a passkey, or type a recovery code.',
  )
}

/** The same after a code, or an answer of a passkey, that does not fit. */
export function factorRefused(user: User, passkeys: Passkeys): FactorNeededBody {
  return toBody(
    user,
    passkeys,
    hasTotp(user)
      ? 'This code does not fit. Take the one that the app shows now.'
      : 'This does not fit. Use a passkey, or type a recovery code.',
  )
}

function hasTotp(user: User): boolean {
  return user.secondFactor?.totpSecret !== undefined
}

function toBody(user: User, passkeys: Passkeys, code: string): FactorNeededBody {
  return {
    error: 'A second factor is needed.',
    errors: { code },
    takes_totp: hasTotp(user),
    passkey: passkeys.ask(user) ?? null,
  }
}
