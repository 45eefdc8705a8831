/**
 * Reads an absolute address, or one that is relative to `base`; undefined when it is none.
 *
 * `URL.canParse` must not be asked: once Node.js 20 has compiled its caller, it takes Latin-1 letters, such as the one in
 * `https://bücher.example`, for broken UTF-8.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
