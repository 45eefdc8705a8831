/** One `for` of a Forwarded header: a token, or a quoted string with escapes. */
const FOR = /(?:^|;)\s*for\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i

/** The `for` of each proxy in a `Forwarded` header, in its order; an element without one is empty. Source: RFC 7239 §4. */
export function forwardedHops(header: string): readonly string[] {
  return splitOutsideQuotes(header).map(element => {
    const match = FOR.exec(element)
    return match?.[1]?.replaceAll(/\\(.)/g, '$1') ?? match?.[2] ?? ''
  })
}

/** A quoted string may hold commas. */
function splitOutsideQuotes(header: string): readonly string[] {
  if (header === '') return []
  const elements: string[] = []
  let start = 0
  let isQuoted = false
  for (let index = 0; index < header.length; index++) {
    const character = header[index]
    if (character === '\\' && isQuoted) index++
    else if (character === '"') isQuoted = !isQuoted
    else if (character === ',' && !isQuoted) {
      elements.push(header.slice(start, index))
      start = index + 1
    }
  }
  return [...elements, header.slice(start)]
}
