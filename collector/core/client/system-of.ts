import { consoleOf } from './console-of.ts'
import { majorOf } from './major-of.ts'
import { SYSTEM_NAMES } from './system-names.ts'
import { systemVersion } from './system-version.ts'

/** A system as people know it; both empty when unknown. */
export interface SystemFacts {
  readonly name: string
  /** What may be told as a fact of its version, see system-version.ts. */
  readonly version: string
}

/** The first iOS that was called iPadOS on an iPad. */
const FIRST_IPADOS = 13

/**
 * The system that a User-Agent names; `parsed` is what ua-parser-js makes of it. An iPad that asks for desktop pages,
 * as it does unless told otherwise, says that it is a Mac, and nothing in its request tells it from one.
 */
export function systemOf(
  userAgent: string,
  parsed: { readonly name?: string | undefined; readonly version?: string | undefined },
): SystemFacts {
  const console = consoleOf(userAgent)
  if (console !== undefined) return console
  const version = parsed.version ?? ''
  const name = nameOf(userAgent, parsed.name ?? '', version)
  return { name, version: systemVersion(name, version, userAgent) }
}

function nameOf(userAgent: string, parsedName: string, version: string): string {
  if (userAgent.includes('HarmonyOS')) return 'HarmonyOS'
  if (/apple ?tv|tvos/i.test(userAgent)) return 'tvOS'
  if (userAgent.includes('Web0S')) return 'webOS'
  if (userAgent.includes('Sailfish')) return 'Sailfish OS'
  // ua-parser-js takes some Java phones with Opera Mini for iPhones.
  if (parsedName === 'iOS' && !/iP(?:hone|ad|od)|iOS|Darwin/.test(userAgent)) return ''
  const name = SYSTEM_NAMES.get(parsedName.toLowerCase()) ?? parsedName
  if (name === 'iOS' && userAgent.includes('iPad') && Number(majorOf(version)) >= FIRST_IPADOS)
    return 'iPadOS'
  return name
}
