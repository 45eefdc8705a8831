export type TimestampResult =
  | { readonly ok: true; readonly value: number | undefined }
  | { readonly ok: false; readonly error: string }

const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

/** When a past event happened: ISO 8601 with its offset, in whole seconds since 1970; undefined for none. */
export function parseTimestamp(value: unknown): TimestampResult {
  if (value === undefined || value === null || value === '') return { ok: true, value: undefined }
  const time = typeof value === 'string' && ISO_8601.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) {
    return { ok: false, error: 'must be a time of ISO 8601 with its offset, such as 2026-03-10T10:00:00Z' }
  }
  return { ok: true, value: Math.floor(time / 1_000) }
}
