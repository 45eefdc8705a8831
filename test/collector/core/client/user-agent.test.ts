import fc from 'fast-check'
import { UAParser } from 'ua-parser-js'
import { describe, expect, it } from 'vitest'
import { readUserAgent } from '../../../../collector/core/client/user-agent.ts'
import { DESKTOP_AGENTS } from './desktop-agents.ts'
import { OTHER_AGENTS } from './other-agents.ts'
import { PHONE_AGENTS } from './phone-agents.ts'

const AGENTS = [...DESKTOP_AGENTS, ...PHONE_AGENTS, ...OTHER_AGENTS]
const read = (text: string) => readUserAgent(new UAParser(text).getResult(), text)

describe('readUserAgent', () => {
  it('has at least 300 forms of User-Agents to read, no two alike', () => {
    expect(new Set(AGENTS.map(([text]) => text)).size).toBe(AGENTS.length)
    expect(AGENTS.length).toBeGreaterThanOrEqual(300)
  })

  it.each(AGENTS)('reads %s', (text, ...facts) => {
    const { browser, browserVersion, os, osVersion, device } = read(text)
    expect([browser, browserVersion, os, osVersion, device]).toEqual(facts)
  })

  it.each(['', ' ', 'what is this', 'Mozilla/5.0', '(', '\0'])('knows nothing of %j', text => {
    expect(read(text)).toMatchObject({ browser: '', os: '', device: '' })
  })

  it('takes any text without a fault, and keeps only short words of it', () => {
    const part = fc.constantFrom(
      ...AGENTS.flatMap(([text]) => text.split(/[ ;]/)),
      '/',
      '\ud800',
      '99999999999',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2_000 }),
          fc.array(part).map(all => all.join(' ')),
        ),
        text => {
          const facts = read(text)
          expect(facts.browserVersion).toMatch(/^\d*$/)
          expect(facts.osVersion).toMatch(/^[\d.]*\+?$|^[\w .]{1,20}$/)
        },
      ),
    )
  })
})
