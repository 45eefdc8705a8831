import { listedHost } from './listed-host.ts'
import { SPAM_HOSTS } from './sources/spam-hosts.ts'

const SPAM: ReadonlySet<string> = new Set(SPAM_HOSTS)

/** True when a referrer's host, or a parent domain of it, is known for made-up visits. Case and a closing dot do not matter. */
export function isSpamReferrer(host: string): boolean {
  return listedHost(host.toLowerCase().replace(/\.$/, ''), SPAM) !== undefined
}
