import { parseUrl } from '../core/parse-url.ts'

/** Longest path that is gone back to, in characters. */
const MAX_CHARACTERS = 1_000
/** Stands for wherever Hanki is. */
const HERE = 'http://hanki.invalid'

/**
 * A path of the dashboard to go back to, with its query: `/` unless `text` is one, however a browser would read it. Refuses
 * other hosts in every spelling, and routes of the API, which are no place to be.
 */
export function toLocalPath(text: string | undefined): string {
  // Browsers drop tabs and line breaks from addresses, and read `\` as `/`.
  if (text === undefined || text.length > MAX_CHARACTERS || !/^\/(?!\/)[^\s\\\p{C}]*$/u.test(text)) return '/'
  const url = parseUrl(text, HERE)
  if (url === undefined) return '/'
  const { origin, pathname, search } = url
  // `/.//host` is `//host` once it is read.
  if (origin !== HERE || pathname.startsWith('//') || /^\/api(\/|$)/i.test(pathname)) return '/'
  return pathname + search
}
