export type PropsResult =
  | { readonly ok: true; readonly value: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string }

const MAX_PAIRS = 30
const MAX_KEY_BYTES = 300
const MAX_VALUE_BYTES = 2_000

/**
 * Custom properties: an object, or a JSON string of one. Scalars become text;
 * nested, null and blank values are left out; too many or too long pairs are an error. Source: wire format §1.
 */
export function parseProps(value: unknown): PropsResult {
  if (value === undefined || value === null || value === '') return { ok: true, value: {} }
  const object = typeof value === 'string' ? parseJson(value) : value
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    return { ok: false, error: 'must be an object of names and values, or a JSON string of one' }
  }
  const pairs = Object.entries(object)
    .map(([key, entry]) => [key.trim().toWellFormed(), scalarText(entry)] as const)
    .filter((pair): pair is readonly [string, string] => pair[0] !== '' && pair[1] !== undefined)
  if (pairs.length > MAX_PAIRS) return { ok: false, error: `may hold at most ${MAX_PAIRS} pairs` }
  const tooLong = pairs.some(
    ([key, text]) => Buffer.byteLength(key) > MAX_KEY_BYTES || Buffer.byteLength(text) > MAX_VALUE_BYTES,
  )
  if (tooLong)
    return { ok: false, error: `names may have ${MAX_KEY_BYTES} bytes and values ${MAX_VALUE_BYTES}` }
  return { ok: true, value: Object.fromEntries(pairs) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function scalarText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = String(value).trim().toWellFormed()
  return text === '' ? undefined : text
}
