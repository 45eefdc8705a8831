import { UAParser } from 'ua-parser-js'
import { describe, expect, it } from 'vitest'
import { type ClientHints, clientFacts, NO_HINTS } from '../../../../collector/core/client/client-facts.ts'
import { readUserAgent } from '../../../../collector/core/client/user-agent.ts'
import { apple, chrome, mobileChrome, PHONE, WINDOWS } from './agents.ts'

const facts = (userAgent: string, hints: Partial<ClientHints> = {}) =>
  clientFacts(readUserAgent(new UAParser(userAgent).getResult(), userAgent), { ...NO_HINTS, ...hints }, 'fi')

describe('clientFacts', () => {
  it('believes a brand where the User-Agent borrows the name of Chrome', () => {
    const brands = '"Brave";v="142", "Chromium";v="142", "Not A;Brand";v="99"'
    expect(facts(chrome(WINDOWS, '142.0.0.0'), { brands })).toMatchObject({
      browser: 'Brave',
      browserVersion: '142',
    })
  })

  it('believes the User-Agent where it names an app or another engine', () => {
    const brands = '"Android WebView";v="131", "Chromium";v="131", "Brave";v="131"'
    const userAgent = apple('iPhone', '17_6_1', '', ' Instagram 356.1.2.32.105 (iPhone15,2)')
    expect(facts(userAgent, { brands }).browser).toBe('Instagram')
  })

  it.each<readonly [string, Partial<ClientHints>, string, string]>([
    [
      chrome(PHONE, '141.0.0.0'),
      { platform: 'Android', mobile: true },
      'Mobile',
      'a phone that asks for desktop pages',
    ],
    [chrome(PHONE, '141.0.0.0'), { platform: 'Android' }, 'Tablet', 'a tablet'],
    [mobileChrome(PHONE, '141.0.0.0'), { platform: 'Android', mobile: true }, 'Mobile', 'a phone'],
    [chrome(WINDOWS, '141.0.0.0'), { platform: 'Windows' }, 'Desktop', 'a computer'],
    ['Mozilla/5.0', { platform: 'Linux', mobile: true }, 'Mobile', 'something that says it is mobile'],
  ])('tells the kind of device: %s %j', (userAgent, hints, device, _why) => {
    expect(facts(userAgent, hints).device).toBe(device)
  })

  it.each([
    ['Chrome OS', 'ChromeOS'],
    ['Windows', 'Windows'],
    ['Unknown', ''],
    ['constructor', 'constructor'],
    ['', ''],
  ])('takes the platform %j as %j where the User-Agent names none', (platform, os) => {
    expect(facts('Mozilla/5.0', { platform }).os).toBe(os)
  })
})
