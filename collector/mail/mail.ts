import type { Post } from './post.ts'

/** What Hanki needs to write to people. */
export interface Mail extends Pick<Post, 'send'> {
  /** Where browsers reach Hanki: what links in letters begin with. Without a slash at its end. */
  readonly address: string
}
