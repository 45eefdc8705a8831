import { describe, expect, it } from 'vitest'
import { SOURCES } from '../../../../collector/core/acquisition/sources.ts'
import { isSpamReferrer } from '../../../../collector/core/acquisition/spam-referrers.ts'

describe('isSpamReferrer', () => {
  it.each(['semalt.com', '12.semalt.com', 'buttons-for-website.com', 'forum.darodar.com', 'trafficbot.life'])(
    'knows %s',
    host => {
      expect(isSpamReferrer(host)).toBe(true)
    },
  )

  it.each(['', 'com', 'notsemalt.com', 'semalt.com.example.org', 'google.com', 'example.org'])(
    'lets %j pass',
    host => {
      expect(isSpamReferrer(host)).toBe(false)
    },
  )

  it('holds no source that people know', () => {
    expect(SOURCES.flatMap(({ hosts }) => hosts).filter(isSpamReferrer)).toEqual([])
  })
})
