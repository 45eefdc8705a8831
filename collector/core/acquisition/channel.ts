import type { SourceCategory } from './sources/source-row.ts'

/** How visits come to a site, in the order in which the rules are tried. Source: default channel group of Google Analytics 4. */
export const CHANNELS = [
  'Cross-network',
  'Paid Shopping',
  'Paid Search',
  'Paid Social',
  'Paid Video',
  'Display',
  'Paid Other',
  'Organic Shopping',
  'Organic Social',
  'Organic Video',
  'AI Assistants',
  'Organic Search',
  'Email',
  'Affiliates',
  'Audio',
  'SMS',
  'Mobile Push Notifications',
  'Referral',
  'Direct',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What the channel is decided by. */
export interface ChannelFacts {
  /** The source as it is shown; empty for none. */
  readonly source: string
  /** Of the source, when it is a known one. */
  readonly category: SourceCategory | undefined
  /** True when the source's tag says that the click was bought: `google-ads`. */
  readonly isPaidSource: boolean
  /** `utm_medium` and `utm_campaign` as they were sent. */
  readonly medium: string
  readonly campaign: string
  /** What paid clicks of its ads are known by: a click id of Google or of Microsoft was there. */
  readonly hasGoogleClick: boolean
  readonly hasMicrosoftClick: boolean
}

const DISPLAY = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm'])
const SOCIAL = new Set(['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'])
const REFERRAL = new Set(['referral', 'app', 'link'])
/** A shop in a campaign's name, also an e-shop, but no workshop. */
const SHOPPING_CAMPAIGN = /(?:^|[^a-df-z])shop|shopping/
const EMAIL = /e[-_ ]?mail|newsletter/

/** The first rule that fits. Source: wire format §2. */
export function channelOf(facts: ChannelFacts): Channel {
  const source = facts.source.toLowerCase()
  const medium = facts.medium.toLowerCase()
  const campaign = facts.campaign.toLowerCase()
  const { category } = facts
  const isPaid = isPaidMedium(medium)
  const isBought = isPaid || facts.isPaidSource
  const isShopping = category === 'shopping' || SHOPPING_CAMPAIGN.test(campaign)
  const isAdClick =
    (source === 'google' && facts.hasGoogleClick) || (source === 'bing' && facts.hasMicrosoftClick)

  if (campaign.includes('cross-network')) return 'Cross-network'
  if (isPaid && isShopping) return 'Paid Shopping'
  if ((category === 'search' && isBought) || isAdClick) return 'Paid Search'
  if (category === 'social' && isBought) return 'Paid Social'
  if (category === 'video' && isBought) return 'Paid Video'
  if (DISPLAY.has(medium)) return 'Display'
  if (isPaid) return 'Paid Other'
  if (isShopping) return 'Organic Shopping'
  if (category === 'social' || SOCIAL.has(medium)) return 'Organic Social'
  if (category === 'video' || medium.includes('video')) return 'Organic Video'
  if (category === 'ai') return 'AI Assistants'
  if (category === 'search' || medium === 'organic') return 'Organic Search'
  if (category === 'mail' || EMAIL.test(source) || EMAIL.test(medium)) return 'Email'
  if (medium === 'affiliate' || medium === 'affiliates') return 'Affiliates'
  if (medium === 'audio') return 'Audio'
  if (source === 'sms' || medium === 'sms') return 'SMS'
  if (isPush(source, medium)) return 'Mobile Push Notifications'
  return source !== '' || REFERRAL.has(medium) ? 'Referral' : 'Direct'
}

function isPaidMedium(medium: string): boolean {
  return medium.includes('cp') || medium.startsWith('paid') || medium === 'ppc' || medium === 'retargeting'
}

function isPush(source: string, medium: string): boolean {
  return (
    medium.endsWith('push') ||
    medium.includes('mobile') ||
    medium.includes('notification') ||
    source === 'firebase'
  )
}
