import type { User } from '../core/ports.ts'
import type { Mail } from '../mail/mail.ts'
import { type Notice, noticeLetter } from '../mail/notice-letter.ts'

export interface NotifyDeps {
  /** Undefined: Hanki sends no letters here. */
  readonly mail: Mail | undefined
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Writes to somebody what was done with their account, where letters are sent. Nobody waits for it; never throws. */
export function notify(
  { mail, nowSeconds }: NotifyDeps,
  { email }: Pick<User, 'email'>,
  notice: Notice,
): void {
  const atSeconds = nowSeconds()
  mail?.send(email, () => noticeLetter(notice, { address: mail.address, email, atSeconds }))
}
