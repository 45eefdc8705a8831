import { describe, expect, it } from 'vitest'
import { isSpamReferrer } from '../../../../collector/core/acquisition/spam-referrers.ts'

const CASES: readonly { host: string; isSpam: boolean; why: string }[] = [
  { host: 'semalt.com', isSpam: true, why: 'a listed host' },
  { host: 'semalt.semalt.com', isSpam: true, why: 'a host within' },
  { host: 'site7.free-share-buttons.com', isSpam: true, why: 'a host within' },
  { host: 'a.b.c.darodar.com', isSpam: true, why: 'far within' },
  { host: 'buttons-for-website.com', isSpam: true, why: 'buttons' },
  { host: 'xn--oogle-wmc.com', isSpam: true, why: 'looks like Google' },
  { host: 'SEMALT.com', isSpam: true, why: 'capitals' },
  { host: 'semalt.com.', isSpam: true, why: 'a closing dot' },
  { host: 'www.semalt.com', isSpam: true, why: 'www' },
  { host: 'notsemalt.com', isSpam: false, why: 'ends like a listed one' },
  { host: 'semalt.com.example.org', isSpam: false, why: 'begins like one' },
  { host: 'semalt', isSpam: false, why: 'a part of one' },
  { host: 'google.com', isSpam: false, why: 'search' },
  { host: 'com', isSpam: false, why: 'a suffix' },
  { host: '', isSpam: false, why: 'none' },
  { host: '.', isSpam: false, why: 'a dot' },
  { host: 'constructor', isSpam: false, why: 'no property of objects' },
  { host: `${'a.'.repeat(1_000)}semalt.com`, isSpam: false, why: 'longer than a host can be' },
]

describe('isSpamReferrer', () => {
  it.each(CASES)('says $isSpam of "$host": $why', ({ host, isSpam }) => {
    expect(isSpamReferrer(host)).toBe(isSpam)
  })
})
