import type { ClientFacts, Device } from '../event/analytics-event.ts'
import type { BrowserFacts } from './browser-of.ts'
import type { HintFacts } from './read-hints.ts'
import type { AgentFacts } from './read-user-agent.ts'
import type { SystemFacts } from './system-of.ts'

/** Names that a browser of Chrome's family has when it does not tell its own. */
const PLAIN_BROWSERS = /^(?:Chrome|Chromium|Android webview|Electron|)$/

/** Systems that a platform hint may correct; what runs on televisions or consoles calls its platform Linux or Windows. */
const PLAIN_SYSTEMS = /^(?:Windows|macOS|Linux|)$/

/** The facts that are kept of a User-Agent, corrected by client hints. Unknown facts are empty. */
export function clientFacts(agent: AgentFacts, hints: HintFacts, language: string): ClientFacts {
  const browser = correctedBrowser(agent, hints)
  const os = correctedSystem(agent.os, hints)
  return {
    browser: browser.name,
    browserVersion: browser.version,
    os: os.name,
    osVersion: os.version,
    device: correctedDevice(agent, os.name, hints),
    language,
  }
}

/** A brand of its own says more than the User-Agent, which many browsers share with Chrome; an app's name says more than both. */
function correctedBrowser({ browser, chromium }: AgentFacts, hints: HintFacts): Omit<BrowserFacts, 'inApp'> {
  if (hints.browser === '' || !chromium || browser.inApp || hints.browser === browser.name) return browser
  const believed = !hints.plain || PLAIN_BROWSERS.test(browser.name)
  return believed ? { name: hints.browser, version: hints.browserVersion || browser.version } : browser
}

function correctedSystem(os: SystemFacts, hints: HintFacts): SystemFacts {
  if (hints.os === '' || hints.os === os.name || !PLAIN_SYSTEMS.test(os.name)) return os
  return { name: hints.os, version: '' }
}

/** Chrome on Android tells no model, so a phone that asks for desktop pages looks like a tablet or a desk. */
function correctedDevice({ device, os: { name } }: AgentFacts, os: string, { mobile }: HintFacts): Device {
  if (mobile && (device === '' || device === 'Tablet' || device === 'Desktop')) return 'Mobile'
  if (name === '' && device === '' && PLAIN_SYSTEMS.test(os)) return os === '' ? '' : 'Desktop'
  return device === 'Desktop' && os === 'Android' ? 'Tablet' : device
}
