import type { Acquisition } from '../event/analytics-event.ts'
import { cutText } from '../page/cut-text.ts'
import { channelOf } from './channel.ts'
import { type ClickId, clickIdsOf, SOURCE_OF_CLICK_ID } from './click-ids.ts'
import { sourceOfApp, sourceOfHost, sourceOfName, sourceOfTag } from './known-source.ts'
import { parseReferrer, type Referrer } from './referrer.ts'
import type { SourceCategory } from './sources/source-row.ts'

/** Longest campaign value that is kept, in characters. */
const MAX_CAMPAIGN_CHARACTERS = 200

/** Parameters that name the source; the first one with a value counts. */
const SOURCE_PARAMETERS = ['utm_source', 'source', 'ref'] as const

const WEB_ADDRESS = /^https?:/i

/** Where a visit came from, and what is known about that. */
interface FoundSource {
  readonly name: string
  readonly category: SourceCategory | undefined
  readonly isAd: boolean
}

const NO_SOURCE: FoundSource = { name: '', category: undefined, isAd: false }

/**
 * Where a visit came from: tagged parameters of the page's URL first, else the referrer, else the name of a click id.
 * `siteDomain` is ASCII in lower case. The referrer's path and the click ids' values are read by nothing here.
 * Source: wire format §2. Throws nothing, whatever the referrer.
 */
export function acquisition(parameters: URLSearchParams, referrer: string, siteDomain: string): Acquisition {
  const from = parseReferrer(referrer, siteDomain)
  // Most pages have no parameters, and asking for each takes as long as the rest
  const hasTags = parameters.size > 0
  const tagged = (name: string): string => (hasTags ? campaignValue(parameters, name) : '')
  const clickIds = hasTags ? clickIdsOf(parameters) : []
  const source =
    (hasTags ? taggedSource(parameters, siteDomain) : undefined) ??
    (from ? referringSource(from) : clickedSource(clickIds))
  const medium = tagged('utm_medium')
  const campaign = tagged('utm_campaign')
  return {
    source: source.name,
    channel: channelOf({
      source: source.name,
      category: source.category,
      isPaidSource: source.isAd,
      medium,
      campaign,
      clickIds,
    }),
    referrer: from?.host ?? '',
    utmSource: tagged('utm_source'),
    utmMedium: medium,
    utmCampaign: campaign,
    utmContent: tagged('utm_content'),
    utmTerm: tagged('utm_term'),
  }
}

function campaignValue(parameters: URLSearchParams, name: string): string {
  return cutText(parameters.get(name)?.trim() ?? '', MAX_CAMPAIGN_CHARACTERS)
}

/** A tag with a known meaning gets its name, any other is kept as written; but of a web address only the host is. */
function taggedSource(parameters: URLSearchParams, siteDomain: string): FoundSource | undefined {
  for (const name of SOURCE_PARAMETERS) {
    const tag = campaignValue(parameters, name)
    if (WEB_ADDRESS.test(tag)) {
      const from = parseReferrer(tag, siteDomain)
      if (from !== undefined) return referringSource(from)
    } else if (tag !== '') {
      const known = sourceOfTag(tag)
      return known
        ? { name: known.source.name, category: known.source.category, isAd: known.isAd }
        : { ...NO_SOURCE, name: tag }
    }
  }
  return undefined
}

function referringSource({ host, isApp }: Referrer): FoundSource {
  const known = isApp ? sourceOfApp(host) : sourceOfHost(host)
  return { name: known?.name ?? host, category: known?.category, isAd: false }
}

function clickedSource([first]: readonly ClickId[]): FoundSource {
  if (first === undefined) return NO_SOURCE
  const name = SOURCE_OF_CLICK_ID[first]
  return { name, category: sourceOfName(name)?.category, isAd: false }
}
