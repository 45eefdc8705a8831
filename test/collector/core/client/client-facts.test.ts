import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientFacts } from '../../../../collector/core/client/client-facts.ts'
import { type ClientHints, NO_HINTS } from '../../../../collector/core/client/client-hints.ts'
import { readHints } from '../../../../collector/core/client/read-hints.ts'
import { readUserAgent } from '../../../../collector/core/client/read-user-agent.ts'
import { DEVICES } from '../../../../collector/core/event/analytics-event.ts'
import { LITTLE_LONGER, timesAsLong } from '../../../support/times-as-long.ts'
import { USER_AGENTS } from './user-agents.ts'

function factsOf(userAgent: string, hints: Partial<ClientHints> = {}) {
  return clientFacts(readUserAgent(userAgent), readHints({ ...NO_HINTS, ...hints }), 'fi')
}

/** Names that a system's version may be: Windows, consoles, and numbers with perhaps "or later". */
const OS_VERSION =
  /^(?:\d{1,4}(?:\.\d{1,2})?\+?|XP|Vista|Vita|Portable|One|Series [XS]|Switch(?: 2)?|Wii(?: U)?|3DS|DSi|)$/

/** Text that looks like a User-Agent, so that tables and rules are reached. */
const PIECES = Object.values(USER_AGENTS).flatMap(cases => cases.flatMap(([ua]) => ua.split(/(?<=[ ;()])/)))
const likeAgent = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map(pieces => pieces.join(''))
const anyText = fc.oneof(
  fc.string({ maxLength: 2_000 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  likeAgent,
)
const anyHints = fc.record({
  platform: fc.string(),
  mobile: fc.boolean(),
  brands: fc.string({ maxLength: 600 }),
})

for (const [kind, cases] of Object.entries(USER_AGENTS)) {
  describe(`clientFacts of ${kind}`, () => {
    it.each(cases.map(row => ({ why: row[6], name: row[1], row })))('names $name: $why', ({ row }) => {
      const [userAgent, browser, browserVersion, os, osVersion, device, , hints] = row
      expect(factsOf(userAgent, hints)).toEqual({
        browser,
        browserVersion,
        os,
        osVersion,
        device,
        language: 'fi',
      })
    })
  })
}

describe('clientFacts', () => {
  it('has each case once', () => {
    const keys = Object.values(USER_AGENTS).flatMap(cases =>
      cases.map(row => JSON.stringify([row[0], row[7]])),
    )
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('leaves unknown facts empty', () => {
    const empty = { browser: '', browserVersion: '', os: '', osVersion: '', device: '', language: 'fi' }
    expect(factsOf('what is this')).toEqual(empty)
    expect(factsOf('')).toEqual(empty)
  })

  it('finds an app that names itself after a long text', () => {
    const webView =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
    expect(factsOf(`${webView} ${'Something/1.0 '.repeat(40)} Snapchat/13.20`).browser).toBe('Snapchat')
  })

  it.each(['naver(1.', 'iPhone AppleWebKit/603.1.30 ', 'droid ; ', ' ', '"', '1.', '(ipad; ', 'hhhhaaaa'])(
    'takes little longer for 2,000 bytes of %j than for others',
    piece => {
      const userAgent = piece.repeat(2_000).slice(0, 2_000)
      const plain = 'Words 1.0 and kayaks'.repeat(100)
      expect(timesAsLong(factsOf, userAgent, plain)).toBeLessThan(LITTLE_LONGER)
    },
  )

  it('never throws and keeps to short names, numbers and known devices, whatever is sent', () => {
    fc.assert(
      fc.property(anyText, anyHints, (userAgent, hints) => {
        const facts = factsOf(userAgent, hints)
        expect(facts.browser.length).toBeLessThanOrEqual(30)
        expect(facts.browserVersion).toMatch(/^\d{0,4}$/)
        expect(facts.os.length).toBeLessThanOrEqual(30)
        expect(facts.osVersion).toMatch(OS_VERSION)
        expect(DEVICES).toContain(facts.device)
      }),
    )
  })
})
