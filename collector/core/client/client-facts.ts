import type { ClientFacts } from '../event/analytics-event.ts'
import { brandOf } from './brands.ts'
import { PLATFORM_NAMES } from './system-names.ts'
import type { AgentFacts } from './user-agent.ts'

/** The client hints that browsers send unasked (User-Agent Client Hints, low entropy). */
export interface ClientHints {
  /** `Sec-CH-UA` as it was sent. */
  readonly brands: string
  /** `Sec-CH-UA-Platform`, such as `Android`, without its quotes. */
  readonly platform: string
  /** `Sec-CH-UA-Mobile`: true for `?1`. */
  readonly mobile: boolean
}

export const NO_HINTS: ClientHints = { brands: '', platform: '', mobile: false }

/** Browsers that others call themselves: only these may be corrected by a brand. */
const BORROWED_NAMES: ReadonlySet<string> = new Set([
  'Chrome',
  'Chromium',
  'Edge',
  'Opera',
  'Samsung Internet',
  '',
])

/** The few facts that are kept of a User-Agent, corrected by client hints. Unknown facts are empty. */
export function clientFacts(agent: AgentFacts, hints: ClientHints, language: string): ClientFacts {
  const brand = BORROWED_NAMES.has(agent.browser) ? brandOf(hints.brands) : undefined
  return {
    browser: brand?.name ?? agent.browser,
    browserVersion: brand?.version ?? agent.browserVersion,
    os: agent.os === '' ? platformName(hints.platform) : agent.os,
    osVersion: agent.osVersion,
    // Chrome on Android freezes the model: a phone that asks for desktop pages looks like a tablet or a desk.
    device: hints.mobile && !(agent.isDeviceTold && agent.device !== 'Tablet') ? 'Mobile' : agent.device,
    language,
  }
}

function platformName(platform: string): string {
  return Object.hasOwn(PLATFORM_NAMES, platform) ? (PLATFORM_NAMES[platform] ?? '') : platform.slice(0, 30)
}
