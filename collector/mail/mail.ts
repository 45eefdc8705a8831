import type { MailServer } from './mail-server.ts'
import { openPost, type Post, type PostOptions } from './post.ts'
import { openSmtp } from './smtp.ts'

/** What Hanki needs to write to people. */
export interface Mail extends Pick<Post, 'send'> {
  /** Where browsers reach Hanki: what links in letters begin with. Without a slash at its end. */
  readonly address: string
}

export interface MailOptions extends Omit<PostOptions, 'smtp'> {
  readonly server: MailServer
  /** E-mail address that letters come from. */
  readonly from: string
  /** Where browsers reach Hanki. */
  readonly address: string
}

/** Opens the way for letters; no connection is made before the first one. */
export function openMail({ server, from, address, ...options }: MailOptions): Mail & Pick<Post, 'close'> {
  const smtp = openSmtp({ server, from, ownName: new URL(address).hostname })
  const { send, close } = openPost({ ...options, smtp })
  return { address, send, close }
}
