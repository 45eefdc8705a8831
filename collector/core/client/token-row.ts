import { majorOf } from './major-of.ts'

/** A piece of text by which a User-Agent gives its program away. */
export interface TokenRow {
  /** Upper and lower case as it is sent. */
  readonly token: string
  /** The name that people know. */
  readonly name: string
  /** Text right before the version; the token itself when it is not given. `''` for a program that tells none. */
  readonly versionAfter?: string
  readonly why: string
}

/** The first row whose token is in the text, with the major version. */
export function tokenIn(
  rows: readonly TokenRow[],
  userAgent: string,
): { readonly name: string; readonly version: string } | undefined {
  for (const { token, name, versionAfter = token } of rows) {
    if (userAgent.includes(token)) return { name, version: versionIn(userAgent, versionAfter) }
  }
  return undefined
}

/** The major version right after the first place where `before` is; empty when there is none. */
export function versionIn(userAgent: string, before: string): string {
  const at = before === '' ? -1 : userAgent.indexOf(before)
  return at < 0 ? '' : majorOf(userAgent.slice(at + before.length, at + before.length + 5))
}
