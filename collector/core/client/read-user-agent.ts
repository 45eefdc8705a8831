import { UAParser } from 'ua-parser-js'
import type { Device } from '../event/analytics-event.ts'
import { type BrowserFacts, browserOf } from './browser-of.ts'
import { deviceOf } from './device-of.ts'
import { type SystemFacts, systemOf } from './system-of.ts'

/** What a User-Agent says by itself, before client hints correct it. Holds none of its text. */
export interface AgentFacts {
  readonly browser: BrowserFacts
  readonly os: SystemFacts
  readonly device: Device
  /** True when it claims to be of Chrome's family, the only one that sends brands. */
  readonly chromium: boolean
}

/** Characters that our own lists read: apps append their names after the web view's. */
const MAX_LENGTH = 1_000

/** Characters that ua-parser-js reads. Its worst patterns are cubic: 300 hostile ones take 0.6 ms, 500 take 5 ms. */
const MAX_PARSED_LENGTH = 300

/** The facts in a User-Agent; unknown ones are empty. Never throws; takes 20 µs, at worst 1 ms. */
export function readUserAgent(userAgent: string): AgentFacts {
  const text = userAgent.slice(0, MAX_LENGTH)
  // Of an empty text ua-parser-js would make what it finds in the surroundings.
  const parser = new UAParser(text === '' ? ' ' : text.slice(0, MAX_PARSED_LENGTH))
  const os = systemOf(text, parser.getOS())
  return {
    browser: browserOf(text, os.name, () => parser.getBrowser()),
    os,
    device: deviceOf(text, os.name, () => parser.getDevice().type),
    chromium: text.includes('Chrome/'),
  }
}
