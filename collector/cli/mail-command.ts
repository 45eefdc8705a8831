import { parseEmail } from '../accounts/email.ts'
import type { Smtp } from '../mail/smtp.ts'
import { testLetter } from '../mail/test-letter.ts'
import { type Command, CommandError, UsageError } from './command.ts'

/** The way for letters, where there is one. */
export interface CliMail {
  readonly smtp: Smtp
  /** Where browsers reach Hanki. */
  readonly address: string
  /** The mail server, as `host:port`. */
  readonly server: string
}

/** `mail test`. */
export const mailTest: Command = {
  words: 'mail test',
  parameters: 'ADDRESS',
  summary: 'Send a letter, to see whether letters arrive.',
  details: [
    'ADDRESS  e-mail address that it goes to',
    'Letters are sent once HANKI_MAIL_URL, HANKI_MAIL_FROM and HANKI_PUBLIC_URL are set.',
  ],
  positionals: ['ADDRESS'],
  options: {},
  async run({ mail }, { positionals }) {
    const to = parseEmail(positionals[0])
    if (!to.ok) throw new UsageError(to.error)
    if (mail === undefined) {
      throw new CommandError(
        'Hanki is not set up to send letters. Set HANKI_MAIL_URL, HANKI_MAIL_FROM and HANKI_PUBLIC_URL.',
      )
    }
    await mail.smtp.deliver(testLetter(to.value, mail.address))
    return {
      lines: [
        `${mail.server} has taken a letter to ${to.value}. If it does not arrive, look among unwanted mail.`,
      ],
      json: { to: to.value, server: mail.server },
    }
  },
}
