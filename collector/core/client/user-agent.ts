import type { IResult } from 'ua-parser-js'
import type { Device } from '../event/analytics-event.ts'
import { APP_BROWSERS, BROWSER_NAMES, HIDDEN_BROWSERS } from './browser-names.ts'
import { major, systemVersion } from './frozen-versions.ts'
import { DESKTOP_SYSTEMS, DEVICE_KINDS, SYSTEM_NAMES } from './system-names.ts'

/** What a User-Agent says, in words that people know. Unknown facts are empty. */
export interface AgentFacts {
  readonly browser: string
  readonly browserVersion: string
  readonly os: string
  readonly osVersion: string
  readonly device: Device
  /** Whether the device's kind was told, and not only guessed by its system. */
  readonly isDeviceTold: boolean
}

/** Longest User-Agent that is read, characters: real ones of apps reach about 400. */
const MAX_CHARACTERS = 500

/** Facts of a parsed User-Agent. An iPad that asks for desktop pages says it is a Mac; nothing tells them apart. */
export function readUserAgent(parsed: IResult, userAgent: string): AgentFacts {
  const text = userAgent.slice(0, MAX_CHARACTERS)
  const system = systemOf(parsed.os.name ?? '', text)
  const kind = parsed.device.type
  return {
    ...browserOf(parsed, text, system),
    os: system,
    osVersion: systemVersion(system, parsed.os.version ?? '', text),
    device: deviceOf(kind, system, text),
    isDeviceTold: kind !== undefined,
  }
}

function browserOf(
  parsed: IResult,
  text: string,
  system: string,
): Pick<AgentFacts, 'browser' | 'browserVersion'> {
  const app = APP_BROWSERS.find(([word]) => word.test(text))
  // What an app is called by itself; its version says nothing about what a page can do.
  if (app !== undefined) return { browser: app[1], browserVersion: '' }
  for (const [word, browser] of HIDDEN_BROWSERS) {
    const match = word.exec(text)
    if (match !== null) return { browser, browserVersion: major(match.slice(1).find(Boolean) ?? '') }
  }
  const name = parsed.browser.name ?? ''
  const known = Object.hasOwn(BROWSER_NAMES, name) ? (BROWSER_NAMES[name] ?? name) : name
  // A webview of Apple tells the version of its engine only.
  if (known === 'iOS webview') {
    return system === 'iOS' || system === 'macOS'
      ? { browser: system === 'iOS' ? known : 'Safari', browserVersion: '' }
      : { browser: '', browserVersion: '' }
  }
  return { browser: known, browserVersion: major(parsed.browser.version ?? '') }
}

function systemOf(name: string, text: string): string {
  if (/\bXbox\b/.test(text)) return 'Xbox'
  if (/OpenHarmony|HarmonyOS/.test(text)) return 'HarmonyOS'
  if (/\bSailfish\b/.test(text)) return 'Sailfish OS'
  return Object.hasOwn(SYSTEM_NAMES, name) ? (SYSTEM_NAMES[name] ?? name) : name
}

function deviceOf(kind: string | undefined, system: string, text: string): Device {
  if (kind !== undefined) return Object.hasOwn(DEVICE_KINDS, kind) ? (DEVICE_KINDS[kind] ?? '') : ''
  // Chrome and Firefox say "Mobile" on phones and leave it out on tablets. Source: developer.chrome.com, "User-Agent strings".
  if (system === 'Android') return /\bMobile\b|Opera Mini/.test(text) ? 'Mobile' : 'Tablet'
  if (/\b(?:Smart-?TV|SMART-TV|HbbTV|NetCast|Web0S|AppleTV|GoogleTV|BRAVIA)\b/i.test(text)) return 'TV'
  if (system === 'iOS' || system === 'KaiOS' || system === 'Sailfish OS') return 'Mobile'
  if (system === 'HarmonyOS')
    return /\b(?:Phone|Mobile)\b/.test(text) ? 'Mobile' : /Tablet/.test(text) ? 'Tablet' : ''
  return DESKTOP_SYSTEMS.test(system) ? 'Desktop' : ''
}
