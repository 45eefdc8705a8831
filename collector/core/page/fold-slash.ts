/** `/a/` and `/a` are one page, `/a/#/b/` and `/a#/b` too, and an empty `#/` is none. Linear, whatever the text. */
export function foldSlash(path: string): string {
  const hash = path.indexOf('#')
  if (hash === -1) return withoutClosingSlashes(path) || '/'
  const route = withoutClosingSlashes(path.slice(hash))
  const own = withoutClosingSlashes(path.slice(0, hash))
  return (route === '#' || route === '#!' ? own : `${own || '/'}${route}`) || '/'
}

function withoutClosingSlashes(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '/' || text[end - 1] === ' ')) end--
  return end === text.length ? text : text.slice(0, end)
}
