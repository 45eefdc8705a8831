import { inWords, type Letter, onOneLine, writeLetter } from './letter.ts'

/** What was done with an account that whoever has it should hear of. */
export type Notice =
  | {
      readonly kind:
        | 'password_changed'
        | 'second_factor_added'
        | 'recovery_code_used'
        | 'provider_linked'
        | 'provider_unlinked'
    }
  | {
      readonly kind: 'second_factor_removed'
      /** Whether the account has another one. */
      readonly isAnotherLeft: boolean
    }
  | {
      readonly kind: 'passkey_added'
      /** In the words of whoever added it. */
      readonly name: string
      /** Whether it signs in without anything else. */
      readonly signsInAlone: boolean
    }
  | { readonly kind: 'passkey_copied'; readonly name: string }
  | {
      readonly kind: 'passkey_removed'
      readonly name: string
      /** Whether the account has another second factor. */
      readonly isAnotherLeft: boolean
    }
  | {
      readonly kind: 'key_added'
      /** Domain of the site that the key is for; undefined: it is for every one. */
      readonly site: string | undefined
      /** The first characters of the key. */
      readonly id: string
    }

export interface NoticeFacts {
  /** Where browsers reach Hanki. */
  readonly address: string
  /** The account's. */
  readonly email: string
  readonly atSeconds: number
}

/** Tells somebody what was done with their account. It holds no secret and no link that does anything. */
export function noticeLetter(notice: Notice, { address, email, atSeconds }: NoticeFacts): Letter {
  const { subject, sentence } = wordsOf(notice)
  return writeLetter(email, subject, address, [
    `${sentence} It was done with the account of ${onOneLine(email)} on ${inWords(atSeconds)}.`,
    'If it was you, do nothing.',
    'If it was not, somebody else is in your account. Choose a new password where you sign in, under "Forgotten your password?", look at "Your account", and tell whoever runs Hanki for you.',
  ])
}

function wordsOf(notice: Notice): { readonly subject: string; readonly sentence: string } {
  switch (notice.kind) {
    case 'password_changed':
      return {
        subject: 'Your password was changed',
        sentence:
          'Your password was changed, and browsers that were signed in with the old one were signed out.',
      }
    case 'second_factor_added':
      return {
        subject: 'A second factor was added',
        sentence: 'A second factor was added: signing in takes a code now.',
      }
    case 'second_factor_removed':
      return {
        subject: 'Your second factor was removed',
        sentence: `Your second factor, codes from an app, was removed: ${whatIsLeft(notice)}`,
      }
    case 'recovery_code_used':
      return {
        subject: 'A recovery code was used',
        sentence: 'Somebody signed in with one of your recovery codes. It does not work any more.',
      }
    case 'provider_linked':
      return {
        subject: 'Your account was linked with your sign-in provider',
        sentence: 'Somebody signed in to your account with your sign-in provider for the first time.',
      }
    case 'provider_unlinked':
      return {
        subject: 'Your account was unlinked from your sign-in provider',
        sentence: 'Your account was unlinked from your sign-in provider.',
      }
    case 'passkey_added':
      return {
        subject: 'A passkey was added',
        sentence: `A passkey was added, called "${onOneLine(notice.name)}": ${whatItDoes(notice)} It is removed under "Your account".`,
      }
    case 'passkey_removed':
      return {
        subject: 'A passkey was removed',
        sentence: `A passkey was removed, called "${onOneLine(notice.name)}": ${whatIsLeft(notice)}`,
      }
    case 'passkey_copied':
      return {
        subject: 'A passkey was refused',
        sentence: `Your passkey "${onOneLine(notice.name)}" was refused: the count of its uses went back, as when somebody has a copy. Remove it under "Your account" and add a new one.`,
      }
    case 'key_added': {
      const site = notice.site === undefined ? 'every site' : onOneLine(notice.site)
      const id = onOneLine(notice.id)
      return {
        subject: `An API key for ${site} was made`,
        sentence: `An API key for ${site} was made. It begins with ${id}.`,
      }
    }
  }
}

function whatIsLeft({ isAnotherLeft }: { readonly isAnotherLeft: boolean }): string {
  return isAnotherLeft
    ? 'your other second factor is still asked for.'
    : 'signing in takes no second factor any more.'
}

function whatItDoes({ signsInAlone }: { readonly signsInAlone: boolean }): string {
  return signsInAlone
    ? 'whoever has it signs in without a password, also after a change of the password.'
    : 'it stands in for the code that is asked for when you sign in.'
}
