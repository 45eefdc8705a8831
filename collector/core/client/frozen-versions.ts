/**
 * A system's version where the User-Agent still tells it. Makers have frozen some: there the text ends in `+`, since it
 * is that version or any later one, or is empty where it says nothing.
 */
export function systemVersion(os: string, version: string, userAgent: string): string {
  if (version === '') return ''
  if (os === 'Windows') return windowsVersion(version)
  if (os === 'macOS') return macVersion(version)
  if (os === 'iOS') return iosVersion(version, userAgent)
  if (os === 'Android') return isReducedAndroid(userAgent) ? '' : major(version)
  // Build numbers of a system that updates itself say nothing to people.
  return os === 'ChromeOS' || os === 'Linux' ? '' : major(version)
}

/** Windows 11 calls itself NT 10.0 like Windows 10, for good. Source: Microsoft Learn, "Detect Windows 11 using User-Agent Client Hints". */
function windowsVersion(version: string): string {
  return version === '10' ? '10+' : version
}

/** Every browser stays at 10_15_7 on later releases; earlier ones counted by the second number. */
function macVersion(version: string): string {
  const [first, second = ''] = version.split('.')
  if (first !== '10') return first ?? ''
  return Number(second) >= 15 ? '10.15+' : `10.${second}`
}

/** Safari 26 stays at iOS 18_6 or 18_7; its own version is that of the system. Other apps there tell nothing. */
function iosVersion(version: string, userAgent: string): string {
  if (!/^18[._][67]/.test(version)) return major(version)
  const safari = /\bVersion\/(\d+)/.exec(userAgent)?.[1]
  return safari ?? '18+'
}

/** Chrome on Android says `Android 10; K` whatever the phone is, since version 110. Source: chromium.org, "User-Agent Reduction". */
function isReducedAndroid(userAgent: string): boolean {
  return /Android 10; K[);]/.test(userAgent)
}

export function major(version: string): string {
  return /^\d+/.exec(version)?.[0] ?? ''
}
