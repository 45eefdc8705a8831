import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Letter } from './letter.ts'
import { MailError, toMailError } from './mail-fault.ts'
import type { MailServer } from './mail-server.ts'

/** A server that takes letters. Both throw `MailError`. */
export interface Smtp {
  /** Hands a letter over. */
  deliver(letter: Letter): Promise<void>
  /** Looks whether the server answers, proves who it is, and takes name and password. Sends nothing. */
  check(): Promise<void>
}

export interface SmtpOptions {
  readonly server: MailServer
  /** E-mail address that letters come from. */
  readonly from: string
  /** Host name of Hanki, by which it greets the server. */
  readonly ownName: string
  /** How long the server may be silent, ms. */
  readonly silenceMs?: number
}

/** How long a server may be silent, ms. */
const SILENCE_MS = 10_000
/** How many times as long everything about one letter may take, however busily the server talks. */
const SILENCES_IN_ALL = 3

/** One mailbox at one host: nothing that a header, a list of addresses or a command of SMTP could be made of. */
const MAILBOX = /^[^\s\p{C}<>()[\]:;,\\"@]{1,200}@[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u

/** True for an address that a letter can be sent to. */
export function isMailbox(address: string): boolean {
  return MAILBOX.test(address)
}

/** Opens no connection yet: each letter gets one of its own. */
export function openSmtp({ server, from, ownName, silenceMs = SILENCE_MS }: SmtpOptions): Smtp {
  const { host, port, tls, login } = server
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    // A server on this machine has a certificate that nobody signed, as a rule.
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    ...(login !== undefined && { auth: { user: login.user, pass: login.password } }),
    name: ownName,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  /** A server that says a little again and again must not hold up the letters behind this one. */
  async function inTime(work: Promise<unknown>): Promise<void> {
    const done = new AbortController()
    const tooLong = sleep(silenceMs * SILENCES_IN_ALL, undefined, { ref: false, signal: done.signal }).then(
      () => {
        throw Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })
      },
    )
    try {
      await Promise.race([work, tooLong])
    } catch (error) {
      throw toMailError(error, server)
    } finally {
      done.abort()
      tooLong.catch(() => undefined)
    }
  }

  return {
    async deliver({ to, subject, text }) {
      if (!isMailbox(to)) {
        throw new MailError('EENVELOPE', true, 'This is no address that a letter can be sent to.')
      }
      const letter = {
        from: { name: 'Hanki', address: from },
        to: { name: '', address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        textEncoding: 'quoted-printable' as const,
        // No automatic answers to it (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      }
      await inTime(transport.sendMail(letter))
    },
    check: () => inTime(transport.verify()),
  }
}
