/** One whole, shortest-form UTF-8 character (Unicode table 3-7), encoded; not those that part a URL (see `KEPT`). */
const CHARACTER = [
  '%(?!2f|3f|23|5c)[0-7][0-9a-f]',
  '%(?:c[2-9a-f]|d[0-9a-f])%[89ab][0-9a-f]',
  '%e0%[ab][0-9a-f]%[89ab][0-9a-f]',
  '%e[1-9abcef](?:%[89ab][0-9a-f]){2}',
  '%ed%[89][0-9a-f]%[89ab][0-9a-f]',
  '%f0%[9ab][0-9a-f](?:%[89ab][0-9a-f]){2}',
  '%f[1-3](?:%[89ab][0-9a-f]){3}',
  '%f4%8[0-9a-f](?:%[89ab][0-9a-f]){2}',
].join('|')
/** `/ ? # \` stay encoded: decoded they would be another segment, a query, a fragment. */
const KEPT = '%(?:2f|3f|23|5c)'
/** ASCII written longer than it is, which UTF-8 forbids; only attacks write it. */
const OVERLONG = '%c[01]%[89ab][0-9a-f]|%e0%[89][0-9a-f]%[89ab][0-9a-f]|%f0%8[0-9a-f](?:%[89ab][0-9a-f]){2}'
const ESCAPES = new RegExp(`(?:${CHARACTER})+|(${KEPT})|(${OVERLONG})`, 'gi')

/** Percent-decoded once, as far as it is valid UTF-8; what is not stays as it was sent. Linear, throws nothing. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(ESCAPES, (run: string, kept?: string, overlong?: string) => {
    if (kept !== undefined) return kept.toUpperCase()
    return overlong === undefined ? decodeURIComponent(run) : ''
  })
}
