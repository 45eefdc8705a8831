import { getDomain } from 'tldts'
import type { Acquisition } from '../event/analytics-event.ts'
import { hostOf } from '../event/page-url.ts'
import { SOURCES } from './sources.ts'

/** Longest campaign value that is kept, in characters. */
const MAX_CAMPAIGN_CHARACTERS = 200

const NAME_BY_HOST = new Map(SOURCES.flatMap(row => row.hosts.map(host => [host, row.name] as const)))
const NAME_BY_ALIAS = new Map(
  SOURCES.flatMap(row => (row.aliases ?? []).map(alias => [alias, row.name] as const)),
)

/**
 * Where a visit came from: tagged parameters of the page's URL first, else the referrer's host.
 * Own hosts, subdomains of the site's registrable domain and localhost are no referrers.
 * Source: wire format §2. The referrer's path is read by nothing here.
 */
export function acquisition(parameters: URLSearchParams, referrer: string, siteDomain: string): Acquisition {
  const host = referrerHost(referrer, siteDomain)
  const tagged = first(parameters, ['utm_source', 'source', 'ref'])
  return {
    source: tagged === '' ? sourceOfHost(host) : (NAME_BY_ALIAS.get(tagged.toLowerCase()) ?? tagged),
    referrer: host,
    utmSource: first(parameters, ['utm_source']),
    utmMedium: first(parameters, ['utm_medium']),
    utmCampaign: first(parameters, ['utm_campaign']),
    utmContent: first(parameters, ['utm_content']),
    utmTerm: first(parameters, ['utm_term']),
  }
}

function first(parameters: URLSearchParams, names: readonly string[]): string {
  for (const name of names) {
    const value = parameters.get(name)?.trim().slice(0, MAX_CAMPAIGN_CHARACTERS).toWellFormed()
    if (value !== undefined && value !== '') return value
  }
  return ''
}

function referrerHost(referrer: string, siteDomain: string): string {
  const host = hostOf(referrer)
  if (host === '' || host === 'localhost' || host === '127.0.0.1' || host === '[::1]') return ''
  const own = getDomain(siteDomain) ?? siteDomain
  return host === siteDomain || host === own || host.endsWith(`.${own}`) ? '' : host
}

function sourceOfHost(host: string): string {
  if (host === '') return ''
  return NAME_BY_HOST.get(host) ?? NAME_BY_HOST.get(getDomain(host) ?? host) ?? host
}
