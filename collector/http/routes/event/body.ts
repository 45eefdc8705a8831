import { isUtf8 } from 'node:buffer'

/** Largest body of one event, and of an array of events, bytes. */
export const MAX_EVENT_BYTES = 64 * 1024
export const MAX_ARRAY_BYTES = 1024 * 1024
const MAX_ARRAY_EVENTS = 1_000

export type EventBody =
  | { readonly ok: true; readonly isArray: boolean; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly status: 400 | 413; readonly error: string }

/** Reads one event or an array of them: JSON of whatever content type, or a form. Source: wire format §1. */
export function readEventBody(bytes: Uint8Array, contentType: string): EventBody | Promise<EventBody> {
  if (!contentType.startsWith('multipart/form-data')) return toBody(parseText(bytes, contentType), bytes)
  return parseMultipart(bytes, contentType).then(parsed => toBody(parsed, bytes))
}

function toBody(parsed: Parsed, bytes: Uint8Array): EventBody {
  if (!parsed.ok) return { ok: false, status: 400, error: parsed.error }
  const { value } = parsed
  const isArray = Array.isArray(value)
  if (!isArray && bytes.byteLength > MAX_EVENT_BYTES) return tooLarge(MAX_EVENT_BYTES)
  const values: readonly unknown[] = isArray ? value : [value]
  if (values.length === 0 || values.length > MAX_ARRAY_EVENTS) {
    return { ok: false, status: 400, error: `an array must hold 1 to ${MAX_ARRAY_EVENTS} events` }
  }
  return { ok: true, isArray, values }
}

/** What is said of a body that is too long. */
export function tooLarge(bytes: number): EventBody & { readonly ok: false } {
  return { ok: false, status: 413, error: `must be at most ${bytes / 1024} kB` }
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }

function parseText(bytes: Uint8Array, contentType: string): Parsed {
  if (!isUtf8(bytes)) return { ok: false, error: 'the body must be UTF-8 text' }
  const text = withoutByteOrderMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
  // No form begins like JSON, but curl sends JSON as a form when it is not told otherwise.
  if (contentType.startsWith('application/x-www-form-urlencoded') && !/^\s*[[{]/.test(text)) {
    return { ok: true, value: Object.fromEntries(new URLSearchParams(text)) }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, error: 'the body must be JSON, such as {"n":"pageview","u":"https://…","d":"…"}' }
  }
}

/** What `navigator.sendBeacon(url, new FormData())` sends. Files are no fields of an event. */
async function parseMultipart(bytes: Uint8Array, contentType: string): Promise<Parsed> {
  if (bytes.byteLength > MAX_EVENT_BYTES) return { ok: false, error: tooLarge(MAX_EVENT_BYTES).error }
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData()
    return { ok: true, value: Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) }
  } catch {
    return { ok: false, error: 'the body must be a form as its content type says' }
  }
}

/** Some programs begin a text with U+FEFF, which JSON does not allow (RFC 8259 §8.1: may be ignored). */
function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
