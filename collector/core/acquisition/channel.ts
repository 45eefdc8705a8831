import { type ClickId, isAdClick } from './click-ids.ts'
import type { SourceCategory } from './sources/source-row.ts'

/** Classes of sources, in the order in which they are asked: the first one whose rule fits. Source: wire format §2. */
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

/** What a channel is told by. Empty text is none; case does not matter. */
export interface ChannelFacts {
  /** Name of the source, as `SOURCES` has it when it is known. */
  readonly source: string
  /** Class of a known source. */
  readonly category: SourceCategory | undefined
  /** True when the source's tag says that it was an advertisement, as `google-ads` does. */
  readonly isPaidSource: boolean
  readonly medium: string
  readonly campaign: string
  readonly clickIds: readonly ClickId[]
}

const DISPLAY_MEDIA = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm'])
const SOCIAL_MEDIA = new Set([
  'social',
  'social-network',
  'social-media',
  'sm',
  'social network',
  'social media',
])
const REFERRAL_MEDIA = new Set(['referral', 'app', 'link'])

/** A word that begins with `shop`, `eshop`, or `shopping` anywhere; no workshop. */
const SHOPPING_CAMPAIGN = /(?:^|[^a-df-z])shop|shopping/
/** The forms with a sign between count at a word's beginning only: "the mail" is a newspaper. */
const EMAIL = /email|newsletter|(?:^|[^a-z])e[-_ ]mail/

/** The first channel of `CHANNELS` whose rule fits. Patterns have no repetition, so that any text takes linear time. */
export function channelOf({ category, isPaidSource, clickIds, ...text }: ChannelFacts): Channel {
  const source = text.source.toLowerCase()
  const medium = text.medium.toLowerCase()
  const campaign = text.campaign.toLowerCase()
  const isShopping = category === 'shopping' || SHOPPING_CAMPAIGN.test(campaign)
  const paidMedium = isPaidMedium(medium)
  const isPaid = paidMedium || isPaidSource || isAdClick(text.source, clickIds)

  if (campaign.includes('cross-network')) return 'Cross-network'
  if ((isShopping && paidMedium) || (category === 'shopping' && isPaidSource)) return 'Paid Shopping'
  if (category === 'search' && isPaid) return 'Paid Search'
  if (category === 'social' && isPaid) return 'Paid Social'
  if (category === 'video' && isPaid) return 'Paid Video'
  if (DISPLAY_MEDIA.has(medium)) return 'Display'
  if (paidMedium) return 'Paid Other'
  if (isShopping) return 'Organic Shopping'
  if (category === 'social' || SOCIAL_MEDIA.has(medium)) return 'Organic Social'
  if (category === 'video' || medium.includes('video')) return 'Organic Video'
  if (category === 'ai') return 'AI Assistants'
  if (category === 'search' || medium === 'organic') return 'Organic Search'
  if (category === 'mail' || EMAIL.test(source) || EMAIL.test(medium)) return 'Email'
  if (medium === 'affiliate') return 'Affiliates'
  if (medium === 'audio') return 'Audio'
  if (source === 'sms' || medium === 'sms') return 'SMS'
  if (isPush(source, medium)) return 'Mobile Push Notifications'
  return source !== '' || REFERRAL_MEDIA.has(medium) ? 'Referral' : 'Direct'
}

/** `^(.*cp.*|ppc|retargeting|paid.*)$` */
function isPaidMedium(medium: string): boolean {
  return medium.includes('cp') || medium === 'ppc' || medium === 'retargeting' || medium.startsWith('paid')
}

function isPush(source: string, medium: string): boolean {
  return (
    medium.endsWith('push') ||
    medium.includes('mobile') ||
    medium.includes('notification') ||
    source === 'firebase'
  )
}
