import { ApiError } from './api.ts'
import { PasskeyError } from './passkey-error.ts'
import { WORDS } from './wording.ts'

/** Shortest password that the collector takes, in characters. */
export const MIN_PASSWORD_LENGTH = 12

/** What is wrong with a form: a message for all of it, and one per field; empty when nothing is. */
export interface FormFaults {
  readonly message: string
  readonly fields: Readonly<Record<string, string>>
}

export const NO_FAULTS: FormFaults = { message: '', fields: {} }

/** True when a form may be sent. */
export function isFaultless(faults: FormFaults): boolean {
  return faults.message === '' && Object.keys(faults.fields).length === 0
}

/** Checks the set-up form as the collector does, so that people hear it at once. */
export function checkSetup(email: string, password: string): FormFaults {
  return toFaults({ email: emailFault(email), password: passwordFault(password) })
}

/** Checks a form that asks for a new password and nothing else. */
export function checkNewPassword(password: string): FormFaults {
  return toFaults({ password: passwordFault(password) })
}

/** Checks the form that changes a password. */
export function checkPasswordChange(present: string, next: string): FormFaults {
  return toFaults({
    password: present === '' ? WORDS.passwordMissing : '',
    new_password: passwordFault(next),
  })
}

/** Checks a form of which only the e-mail address can be wrong. */
export function checkEmail(email: string): FormFaults {
  return toFaults({ email: emailFault(email) })
}

/** Checks the sign-in form; whether the password is right only the collector knows. */
export function checkSignIn(email: string, password: string): FormFaults {
  return toFaults({ email: emailFault(email), password: password === '' ? WORDS.passwordMissing : '' })
}

/** Checks the form of a new site. */
export function checkNewSite(domain: string, timezone: string, timezones: readonly string[]): FormFaults {
  const isKnown = timezones.includes(timezone)
  return toFaults({
    domain: toDomain(domain) === '' ? WORDS.domainMissing : '',
    timezone: isKnown ? '' : WORDS.timezoneUnknown,
  })
}

/** What people paste as their domain, reduced to it: no scheme, `www.`, path; lower case. */
export function toDomain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '')
}

/** The faults in a failed answer, of a passkey too: those of fields where they belong, else the message for the whole form. */
export function toFormFaults(error: unknown): FormFaults {
  if (error instanceof PasskeyError) return { message: error.message, fields: {} }
  if (!(error instanceof ApiError)) throw error
  const hasFields = Object.keys(error.fields).length > 0
  return { message: hasFields ? '' : error.message, fields: error.fields }
}

function passwordFault(password: string): string {
  const length = [...password].length
  return length < MIN_PASSWORD_LENGTH ? WORDS.passwordTooShort(MIN_PASSWORD_LENGTH, length) : ''
}

function emailFault(email: string): string {
  if (email.trim() === '') return WORDS.emailMissing
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? '' : WORDS.emailFormat
}

function toFaults(fields: Record<string, string>): FormFaults {
  return {
    message: '',
    fields: Object.fromEntries(Object.entries(fields).filter(([, fault]) => fault !== '')),
  }
}
