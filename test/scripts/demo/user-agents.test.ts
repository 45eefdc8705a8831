import { isbot } from 'isbot'
import { UAParser } from 'ua-parser-js'
import { describe, expect, it } from 'vitest'
import { BOTS } from '../../../scripts/demo/bots.ts'
import { openRandom } from '../../../scripts/demo/random.ts'
import { BROWSERS, chooseUserAgent, IN_APP_BROWSERS } from '../../../scripts/demo/user-agents.ts'

describe('BROWSERS', () => {
  it.each([...BROWSERS, ...IN_APP_BROWSERS])('are people with a known browser and system: $why', row => {
    const userAgent = chooseUserAgent(openRandom(1), [row])
    const { browser, os } = new UAParser(userAgent).getResult()
    expect({
      isBot: isbot(userAgent),
      browser: browser.name,
      os: os.name,
    }).toEqual({
      isBot: false,
      browser: expect.stringMatching(/./),
      os: expect.stringMatching(/./),
    })
  })
})

describe('BOTS', () => {
  it.each(BOTS)('are recognised: $userAgent', ({ userAgent }) => {
    expect(isbot(userAgent)).toBe(true)
  })
})
