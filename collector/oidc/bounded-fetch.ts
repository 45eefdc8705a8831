import type { CustomFetchOptions } from 'oauth4webapi'
import { OidcError } from './oidc-error.ts'

/** How long the provider may take for one answer, ms; a person waits for it. */
const ANSWER_MS = 5_000
/** Largest answer, bytes: documents and keys are a few kB. */
const MAX_ANSWER_BYTES = 256 * 1024

/** Asks the provider one thing, as the library wants it asked. */
export type BoundedFetch = (
  url: string,
  options: CustomFetchOptions<string, URLSearchParams | undefined>,
) => Promise<Response>

/**
 * A fetch for addresses that `isAllowed` knows, and no other: follows no redirect, takes no longer than five seconds and
 * no more than 256 kB. Throws `OidcError`, or what fetch throws.
 */
export function boundedFetch(isAllowed: (url: string) => boolean, answerMs = ANSWER_MS): BoundedFetch {
  return async (url, { method, headers, body }) => {
    if (!isAllowed(url))
      throw new OidcError('away', 'ADDRESS_NOT_ALLOWED', 'The provider named no such address.')
    const signal = AbortSignal.timeout(answerMs)
    const answer = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal })
    const { status, headers: answerHeaders } = answer
    if (status >= 500) throw new OidcError('away', `HTTP_${status}`, 'The provider is in trouble.')
    const bytes = await readBounded(answer)
    return new Response(bytes.length === 0 ? null : bytes, { status, headers: answerHeaders })
  }
}

async function readBounded({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  // Leaving the loop early ends the connection.
  for await (const part of body ?? []) {
    length += part.length
    if (length > MAX_ANSWER_BYTES) {
      throw new OidcError('away', 'ANSWER_TOO_LARGE', 'The answer of the provider is too large.')
    }
    parts.push(part)
  }
  return Uint8Array.from(Buffer.concat(parts))
}
