import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANNELS, type ChannelFacts, channelOf } from '../../../../collector/core/acquisition/channel.ts'
import { CLICK_IDS } from '../../../../collector/core/acquisition/click-ids.ts'
import { SOURCE_CATEGORIES } from '../../../../collector/core/acquisition/sources/source-row.ts'

const NOTHING: ChannelFacts = {
  source: '',
  category: undefined,
  isPaidSource: false,
  medium: '',
  campaign: '',
  clickIds: [],
}

/** The wire format's own patterns, for comparison on short texts. */
const PAID_MEDIUM = /^(.*cp.*|ppc|retargeting|paid.*)$/
const SHOPPING_CAMPAIGN = /^(.*(([^a-df-z]|^)shop|shopping).*)$/

const MEDIA: readonly { medium: string; channel: string; why: string }[] = [
  ...['cpc', 'CPC', 'cpv', 'acpx', 'ppc', 'retargeting', 'paid', 'paid-social', 'paidsearch'].map(medium => ({
    medium,
    channel: 'Paid Other',
    why: 'paid, of no known source',
  })),
  ...['unpaid', 'xppc', 'ppcx', 'retargetings', 'c-p', 'email-x'].map(medium => ({
    medium,
    channel: medium === 'email-x' ? 'Email' : 'Referral',
    why: 'not paid',
  })),
  ...['display', 'banner', 'expandable', 'interstitial', 'cpm', 'Display'].map(medium => ({
    medium,
    channel: 'Display',
    why: 'display',
  })),
  ...['displays', 'banner ad'].map(medium => ({ medium, channel: 'Referral', why: 'a whole word only' })),
  ...['social', 'social-network', 'social-media', 'sm', 'social network', 'Social Media'].map(medium => ({
    medium,
    channel: 'Organic Social',
    why: 'social',
  })),
  ...['antisocial', 'sms2'].map(medium => ({ medium, channel: 'Referral', why: 'a whole word only' })),
  ...['video', 'webvideo', 'Video-Ad'].map(medium => ({ medium, channel: 'Organic Video', why: 'video' })),
  { medium: 'organic', channel: 'Organic Search', why: 'search' },
  ...['email', 'e-mail', 'e_mail', 'e mail', 'E-Mail', 'newsletter', 'weekly-newsletter', 'promo_email'].map(
    medium => ({ medium, channel: 'Email', why: 'mail' }),
  ),
  ...['the mail', 'mail', 'free-mail'].map(medium => ({ medium, channel: 'Referral', why: 'no e-mail' })),
  { medium: 'affiliate', channel: 'Affiliates', why: 'partners' },
  { medium: 'audio', channel: 'Audio', why: 'audio' },
  { medium: 'SMS', channel: 'SMS', why: 'messages' },
  ...['push', 'web-push', 'mobile', 'mobile-app', 'notification', 'app-notifications'].map(medium => ({
    medium,
    channel: 'Mobile Push Notifications',
    why: 'push',
  })),
  { medium: 'pushed', channel: 'Referral', why: 'only at its end' },
  ...['referral', 'app', 'link'].map(medium => ({ medium, channel: 'Referral', why: 'referral' })),
]

const SOURCES: readonly { source: string; channel: string; why: string }[] = [
  { source: 'sms', channel: 'SMS', why: 'messages' },
  { source: 'Firebase', channel: 'Mobile Push Notifications', why: 'messages of Firebase' },
  { source: 'Newsletter-2026-05', channel: 'Email', why: 'newsletter' },
  { source: 'E-mail', channel: 'Email', why: 'e-mail' },
  { source: 'The Mail', channel: 'Referral', why: 'a newspaper' },
  { source: 'Anything', channel: 'Referral', why: 'any source' },
  { source: '', channel: 'Direct', why: 'none' },
]

const CAMPAIGNS: readonly { campaign: string; channel: string; why: string }[] = [
  { campaign: 'Cross-Network', channel: 'Cross-network', why: 'the word' },
  { campaign: 'x cross-network y', channel: 'Cross-network', why: 'anywhere' },
  { campaign: 'cross network', channel: 'Referral', why: 'with its hyphen only' },
  ...['shop', 'shopping', 'SHOP', 'spring-shop', 'eshop', 'web shop', 'workshopping', 'shops'].map(
    campaign => ({
      campaign,
      channel: 'Organic Shopping',
      why: 'a shop',
    }),
  ),
  ...['workshop', 'bishop', 'webshop', 'photoshop', 'sho'].map(campaign => ({
    campaign,
    channel: 'Referral',
    why: 'no shop',
  })),
]

const CATEGORIES: readonly {
  category: ChannelFacts['category']
  channel: string
  paid: string
  why: string
}[] = [
  { category: 'search', channel: 'Organic Search', paid: 'Paid Search', why: 'search' },
  { category: 'social', channel: 'Organic Social', paid: 'Paid Social', why: 'social' },
  { category: 'video', channel: 'Organic Video', paid: 'Paid Video', why: 'video' },
  { category: 'shopping', channel: 'Organic Shopping', paid: 'Paid Shopping', why: 'shopping' },
  { category: 'ai', channel: 'AI Assistants', paid: 'Paid Other', why: 'has no paid channel' },
  { category: 'mail', channel: 'Email', paid: 'Paid Other', why: 'has no paid channel' },
  { category: 'other', channel: 'Referral', paid: 'Paid Other', why: 'has no channel' },
]

describe('channelOf', () => {
  it.each(MEDIA)('gives $channel to the medium "$medium": $why', ({ medium, channel }) => {
    expect(channelOf({ ...NOTHING, source: 'a', medium })).toBe(channel)
  })

  it.each(SOURCES)('gives $channel to the source "$source": $why', ({ source, channel }) => {
    expect(channelOf({ ...NOTHING, source })).toBe(channel)
  })

  it.each(CAMPAIGNS)('gives $channel to the campaign "$campaign": $why', ({ campaign, channel }) => {
    expect(channelOf({ ...NOTHING, source: 'a', campaign })).toBe(channel)
  })

  it.each(CATEGORIES)('gives $channel to $category, and $paid when paid for: $why', row => {
    const facts = { ...NOTHING, source: 'a', category: row.category }
    expect(channelOf(facts)).toBe(row.channel)
    expect(channelOf({ ...facts, medium: 'cpc' })).toBe(row.paid)
  })

  const word = fc.constantFrom(
    'cp',
    'ppc',
    'paid',
    'retargeting',
    'shop',
    'shopping',
    'e',
    'k',
    'x',
    '-',
    ' ',
    '1',
    'ä',
  )
  const text = fc.array(word, { maxLength: 6 }).map(words => words.join(''))

  it('finds a paid medium as the pattern of the wire format does', () => {
    fc.assert(
      fc.property(text, medium => {
        const isPaid = channelOf({ ...NOTHING, category: 'search', medium }) === 'Paid Search'
        expect(isPaid).toBe(PAID_MEDIUM.test(medium))
      }),
    )
  })

  it('finds a campaign of a shop as the pattern of the wire format does', () => {
    fc.assert(
      fc.property(text, campaign => {
        const isShop = channelOf({ ...NOTHING, campaign }) === 'Organic Shopping'
        expect(isShop).toBe(SHOPPING_CAMPAIGN.test(campaign))
      }),
    )
  })

  it('has an answer for all facts', () => {
    const facts = fc.record({
      source: fc.oneof(fc.string(), fc.constantFrom('Google', 'Bing', 'Twitter', 'sms', '__proto__')),
      category: fc.constantFrom(undefined, ...SOURCE_CATEGORIES),
      isPaidSource: fc.boolean(),
      medium: fc.string(),
      campaign: fc.string(),
      clickIds: fc.subarray([...CLICK_IDS]),
    })
    fc.assert(
      fc.property(facts, each => {
        expect(CHANNELS).toContain(channelOf(each))
      }),
    )
  })
})
