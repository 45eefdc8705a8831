import { inWords, type Letter, onOneLine, writeLetter } from './letter.ts'

export interface PasswordFacts {
  /** Where browsers reach Hanki. */
  readonly address: string
  /** The account's. */
  readonly email: string
  readonly token: string
  readonly expiresAtSeconds: number
}

/** Lets somebody who forgot the password choose a new one. */
export function passwordLetter({ address, email, token, expiresAtSeconds }: PasswordFacts): Letter {
  return writeLetter(email, 'Choose a new password', address, [
    `Somebody, you we hope, said that the password of ${onOneLine(email)} is forgotten.`,
    `Open this link to choose a new one. It works once, until ${inWords(expiresAtSeconds)}; earlier links do not work any more:`,
    `${address}/reset#${token}`,
    'If you did not expect this letter, do nothing. Your password stays as it is.',
  ])
}
