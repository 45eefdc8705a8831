import type { Device } from '../event/analytics-event.ts'

/** Classes of ua-parser-js; what is built into cars and speakers is none of ours. */
const PARSED_TYPES: ReadonlyMap<string, Device> = new Map([
  ['mobile', 'Mobile'],
  ['tablet', 'Tablet'],
  ['smarttv', 'TV'],
  ['console', 'Console'],
  ['wearable', 'Wearable'],
  ['xr', 'Wearable'],
])

/** Words of televisions and the boxes beside them. */
const TV =
  /\b(?:hbbtv|smart-?tv|smart tv|chromecast|google ?tv|android tv|apple ?tv|opera tv|netcast|viera|crkey|roku|bravia|vidaa|aquos-tv|mibox|mitv|aft[a-z0-9]{1,8}\b|web0s|nettv|inettvbrowser|dtv\b|linux\/smarttv|tv safari)|\bTV; rv:|; TV\)/i

/** Words of what is worn on a wrist or before the eyes. */
const WORN = /\b(?:OculusBrowser|Quest [23]|PicoBrowser|Watch ?OS|Apple Watch|Watch\d|SM-R\d{3})/i

/** Systems that run on desks unless the User-Agent names something else. */
const DESKTOP_SYSTEMS = /^(?:Windows|macOS|Linux|ChromeOS|Solaris|Haiku|.*BSD)$/

/** Cars: none of our devices. */
const CAR = /\bTesla\/|QtCarBrowser/

const CONSOLE_SYSTEMS = /^(?:PlayStation|Nintendo|Xbox)$/

/**
 * The class of device that a User-Agent names; empty when unknown. `os` is the system's name; `parse` is ua-parser-js,
 * which knows models and is asked last, because it is slow.
 */
export function deviceOf(userAgent: string, os: string, parse: () => string | undefined): Device {
  if (CONSOLE_SYSTEMS.test(os)) return 'Console'
  if (TV.test(userAgent)) return 'TV'
  if (WORN.test(userAgent)) return 'Wearable'
  if (CAR.test(userAgent)) return ''
  // Made for phones, and says nothing else of its device.
  if (/Opera (?:Mini|Mobi)\//.test(userAgent)) return 'Mobile'
  if (os === 'iPadOS' || os === 'iOS') return userAgent.includes('iPad') ? 'Tablet' : 'Mobile'
  if (DESKTOP_SYSTEMS.test(os)) return deskOrHand(userAgent, os)
  if (os === 'HarmonyOS' && userAgent.includes('(PC;')) return 'Desktop'
  if (os === 'HarmonyOS' && userAgent.includes('(Tablet;')) return 'Tablet'
  if (os === 'HarmonyOS' && userAgent.includes('(Phone;')) return 'Mobile'
  if (os === 'Android' && userAgent.includes('; K)')) return phoneOrTablet(userAgent)
  const parsed = PARSED_TYPES.get(parse() ?? '')
  if (parsed !== undefined) return parsed
  return os === 'Android' || os === 'HarmonyOS' ? phoneOrTablet(userAgent) : ''
}

/** Linux phones say so; Windows and macOS do not run on any. */
function deskOrHand(userAgent: string, os: string): Device {
  if (os !== 'Linux') return 'Desktop'
  if (/\bMobile\b/.test(userAgent)) return 'Mobile'
  return /\bTablet\b/.test(userAgent) ? 'Tablet' : 'Desktop'
}

/** Android's browsers leave `Mobile` out on tablets. */
function phoneOrTablet(userAgent: string): Device {
  return /\bMobile\b/.test(userAgent) ? 'Mobile' : 'Tablet'
}
