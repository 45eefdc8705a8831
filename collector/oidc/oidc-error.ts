/** Why a sign-in with the provider did not come to its end. */
export type OidcFault =
  /** The provider does not answer, or answers what is no OpenID Connect. */
  | 'away'
  /** The person, or the provider on their behalf, said no. */
  | 'denied'
  /** What came back is not to be believed: not what was asked for, not signed, not for Hanki, used before. */
  | 'refused'

/**
 * A sign-in with the provider failed. The message says what to do, and holds nothing that the provider said: it may be a
 * secret, or somebody's words.
 */
export class OidcError extends Error {
  override readonly name = 'OidcError'
  readonly fault: OidcFault
  /** Of the library or of the system, such as `OAUTH_INVALID_RESPONSE` or `ECONNREFUSED`. */
  readonly code: string

  constructor(fault: OidcFault, code: string, message: string) {
    super(message)
    this.fault = fault
    this.code = code
  }
}

/** The code of whatever went wrong, one that can hold no words of the provider. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, name } = error as Error & { readonly code?: unknown }
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return code
  // What fetch throws has the system's code in its cause.
  return error.cause instanceof Error && name !== 'ResponseBodyError' ? codeOf(error.cause) : name
}
