import { isSpamReferrer } from '../../core/acquisition/spam-referrers.ts'
import { hostingNetworkOf } from '../../core/bots/hosting-networks.ts'
import type { DropReason } from '../../core/event/drop-reasons.ts'
import { hostOf } from '../../core/event/page-url.ts'
import type { Draft, Drop } from './draft.ts'
import { required } from './draft.ts'
import { rulesOf } from './site-rules.ts'

export function dropObjecting({ sender }: Draft): Drop | undefined {
  return sender.facts.objects ? drop('objected') : undefined
}

export function dropPrefetch({ sender }: Draft): Drop | undefined {
  return sender.facts.prefetch ? drop('prefetch') : undefined
}

export function dropBots({ sender }: Draft): Drop | undefined {
  const bot = sender.bot()
  return bot && drop('bot', bot.name)
}

export function dropHostingNetworks({ site, sender }: Draft): Drop | undefined {
  if (site.settings.countHostingNetworks) return undefined
  const name = hostingNetworkOf(sender.network)
  return name === undefined ? undefined : drop('hosting_network', name)
}

export function dropForeignHostname({ payload, site }: Draft): Drop | undefined {
  const { hostname } = payload.url
  const rules = rulesOf(site)
  if (rules.isShieldedHostname(hostname)) return drop('shield_hostname', hostname)
  return rules.isOwnHostname(hostname) ? undefined : drop('unknown_hostname', hostname)
}

export function dropShieldedPage(draft: Draft): Drop | undefined {
  const pattern = rulesOf(draft.site).shieldOfPage(required(draft, 'page'))
  return pattern === undefined ? undefined : drop('shield_page', pattern)
}

/** The name tells which entry of the owner's list it was, and nothing more about the address. */
export function dropShieldedAddress({ site, sender }: Draft): Drop | undefined {
  const network = site.settings.shields.networks.find(candidate => sender.isWithin([candidate]))
  return network === undefined ? undefined : drop('shield_address', network)
}

export function dropShieldedCountry({ site, sender }: Draft): Drop | undefined {
  const { countries } = site.settings.shields
  if (countries.length === 0) return undefined
  const { country } = sender.place()
  return countries.includes(country) ? drop('shield_country', country) : undefined
}

export function dropSpamReferrers({ payload }: Draft): Drop | undefined {
  if (payload.referrer === '') return undefined
  const host = hostOf(payload.referrer)
  return isSpamReferrer(host) ? drop('spam_referrer', host) : undefined
}

function drop(reason: DropReason, name = ''): Drop {
  return { reason, name }
}
