import type { Acquisition } from '../event/analytics-event.ts'
import { channelOf } from './channel.ts'
import { isPaidTag, sourceOfPaidTag } from './paid-tag.ts'
import { type Referrer, readReferrer } from './referrer.ts'
import { type Source, sourceOfApp, sourceOfHost, sourceOfTag } from './sources.ts'

/** Longest campaign value that is kept, in characters. */
const MAX_CAMPAIGN_CHARACTERS = 200

/** Parameters that ads put their click's id into, and the source they speak of. Their values are never read. */
const CLICK_IDS = {
  gclid: 'Google',
  gbraid: 'Google',
  wbraid: 'Google',
  msclkid: 'Bing',
  fbclid: 'Facebook',
  twclid: 'Twitter',
} as const

/**
 * Where a visit came from: tagged parameters of the page's URL first, else the referrer's host, else the ad network of a
 * click id. Own hosts, subdomains of the site's registrable domain and this machine are no referrers.
 * Source: wire format §2. The referrer's path is read by nothing here.
 */
export function acquisition(parameters: URLSearchParams, referrer: string, siteDomain: string): Acquisition {
  const from = readReferrer(referrer, siteDomain)
  const hasParameters = parameters.size > 0
  const first = (...names: readonly string[]) => (hasParameters ? firstOf(parameters, names) : '')
  const tag = first('utm_source', 'source', 'ref')
  const clicks = hasParameters ? clicksIn(parameters) : []
  const known = knownSource(tag, from, clicks[0])
  const source = known?.name ?? (tag === '' ? from.name : tag)
  const utmMedium = first('utm_medium')
  const utmCampaign = first('utm_campaign')
  return {
    source,
    channel: channelOf({
      source,
      category: known?.category,
      isPaidSource: isPaidTag(tag),
      medium: utmMedium,
      campaign: utmCampaign,
      hasGoogleClick: clicks.includes('Google'),
      hasMicrosoftClick: clicks.includes('Bing'),
    }),
    referrer: from.name,
    utmSource: first('utm_source'),
    utmMedium,
    utmCampaign,
    utmContent: first('utm_content'),
    utmTerm: first('utm_term'),
  }
}

function knownSource(tag: string, from: Referrer, clicked: string | undefined): Source | undefined {
  if (tag !== '') return sourceOfTag(tag) ?? sourceOfPaidTag(tag)
  if (from.name !== '') return from.isApp ? sourceOfApp(from.name) : sourceOfHost(from.name)
  return clicked === undefined ? undefined : sourceOfTag(clicked)
}

function clicksIn(parameters: URLSearchParams): readonly string[] {
  return Object.entries(CLICK_IDS).flatMap(([name, source]) => (parameters.has(name) ? [source] : []))
}

function firstOf(parameters: URLSearchParams, names: readonly string[]): string {
  for (const name of names) {
    const value = parameters.get(name)?.trim().slice(0, MAX_CAMPAIGN_CHARACTERS).toWellFormed()
    if (value !== undefined && value !== '') return value
  }
  return ''
}
