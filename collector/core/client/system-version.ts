import { majorOf } from './major-of.ts'
import { versionIn } from './token-row.ts'
import { WINDOWS_VERSIONS } from './windows-versions.ts'

/** Systems that are counted by two numbers. */
const COUNTED_BY_MINOR = /^(?:KaiOS|Tizen|Windows Phone)$/

/** Systems whose number in the User-Agent is nobody's version: a kernel, a processor, an internal build. */
const WITHOUT_VERSION = /^(?:Linux|ChromeOS|HarmonyOS|.*BSD|webOS)$/

/** The Safari from which on iOS says 18 whatever it is. */
const FIRST_FROZEN_SAFARI = 26

/** The Firefox from which on Android below 10 is said to be 10; before that it told the truth. */
const FIRST_FIREFOX_OF_ANDROID_10 = 122

/**
 * The version of a system that may be told as a fact; `+` after it means "or later", empty that it is not known.
 * `version` is what the User-Agent says; several vendors froze it.
 */
export function systemVersion(os: string, version: string, userAgent: string): string {
  if (WITHOUT_VERSION.test(os)) return ''
  if (os === 'Windows') return windowsVersion(userAgent)
  if (os === 'macOS') return macVersion(version)
  if (os === 'iOS' || os === 'iPadOS') return iosVersion(version, userAgent)
  if (os === 'Android') return androidVersion(version, userAgent)
  if (COUNTED_BY_MINOR.test(os)) return twoNumbers(version)
  return majorOf(version)
}

function windowsVersion(userAgent: string): string {
  const number = /Windows NT (\d{1,2}\.\d{1,2})/.exec(userAgent)?.[1] ?? ''
  return WINDOWS_VERSIONS.get(number) ?? ''
}

/** Safari, Chrome and Firefox say 10.15 on every macOS since Catalina (10.16 was Big Sur's first name). */
function macVersion(version: string): string {
  if (!version.startsWith('10.')) return majorOf(version)
  const number = twoNumbers(version)
  if (number === '10.16') return '11'
  return number === '10.15' ? '10.15+' : number
}

/** iOS 26 and later say 18.6 or 18.7; Safari's own version is the system's, apps have none and may be either. */
function iosVersion(version: string, userAgent: string): string {
  const major = majorOf(version)
  const safari = versionIn(userAgent, ' Version/')
  if (Number(safari) >= FIRST_FROZEN_SAFARI && Number(safari) > Number(major)) return safari
  return safari === '' && /^18[._][67]/.test(version) ? '18+' : major
}

/** Chrome 110 and later say `Android 10; K` on every phone. Releases before 5 are counted by two numbers. */
function androidVersion(version: string, userAgent: string): string {
  if (/Android 10; K[);]/.test(userAgent)) return ''
  if (version === '10' && Number(versionIn(userAgent, 'Firefox/')) >= FIRST_FIREFOX_OF_ANDROID_10) return ''
  const major = majorOf(version)
  return Number(major) < 5 ? twoNumbers(version) : major
}

/** `10.15.7` is `10.15`, `3.0` is `3.0`, `8` is `8`. */
function twoNumbers(version: string): string {
  return /^\d{1,2}(?:[._]\d{1,2})?(?!\d)/.exec(version)?.[0].replace('_', '.') ?? ''
}
