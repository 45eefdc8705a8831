import type { MailServer } from './mail-server.ts'

/** Answers of SMTP from here on are final: trying again does not help. */
const FINAL_ANSWERS = 500

/**
 * A letter was not taken. The message says what to do, and holds nothing that the server said: it may repeat names and
 * addresses.
 */
export class MailError extends Error {
  override readonly name = 'MailError'
  /** Of the mail library or of the system, such as `EAUTH` or `ECONNREFUSED`. */
  readonly code: string
  /** True when trying again does not help. */
  readonly isFinal: boolean

  constructor(code: string, isFinal: boolean, message: string) {
    super(message)
    this.code = code
    this.isFinal = isFinal
  }
}

/** What went wrong with a server, in plain words. */
export function toMailError(error: unknown, { host, port }: Pick<MailServer, 'host' | 'port'>): MailError {
  const { code, cause, answer } = factsOf(error)
  const server = `The mail server ${host}:${port}`
  const named = cause ?? code
  const isFinal = answer >= FINAL_ANSWERS || (code === 'EENVELOPE' && answer === 0)
  const fault = (words: string) => new MailError(named, isFinal, `${server} ${words}`)
  if (code === 'ETLS' && answer > 0) {
    return fault(
      'offers no TLS, so nothing was sent. Use a port of it that does: 587 with smtp:, 465 with smtps:.',
    )
  }
  if (code === 'ETLS' || (cause !== undefined && /CERT|SIGNATURE|TLS|SSL/.test(cause))) {
    return fault(
      'does not prove by TLS that it is the right one, so nothing was sent. Name it in HANKI_MAIL_URL as its certificate does; a certificate of your own goes into NODE_EXTRA_CA_CERTS.',
    )
  }
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return fault('refuses the name or the password in HANKI_MAIL_URL.')
  }
  if (code === 'EENVELOPE') return fault("refuses an address: the recipient's, or that of HANKI_MAIL_FROM.")
  if (code === 'EMESSAGE') return fault('refuses the letter.')
  return fault(
    `does not answer as it should (${named}). Check HANKI_MAIL_URL, and that this machine may reach the server.`,
  )
}

interface Facts {
  readonly code: string
  /** The system's own code, where the library put one of its own in its place. */
  readonly cause: string | undefined
  /** The server's answer, three digits; 0: there was none. */
  readonly answer: number
}

function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { code: 'unknown', cause: undefined, answer: 0 }
  const fields: Readonly<Record<string, unknown>> = { ...error }
  const text = (name: string): string | undefined => {
    const value = fields[name]
    return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : undefined
  }
  const answer = fields['responseCode']
  return {
    code: text('code') ?? 'unknown',
    cause: text('originalCode'),
    answer: typeof answer === 'number' ? answer : 0,
  }
}
