/** A pattern of pages, ready to be compared with many. */
export interface Mask {
  /** The pattern as the owner wrote it, rooted; the name of all pages that match. */
  readonly pattern: string
  readonly segments: readonly Segment[]
}

/** Pieces between the stars of one segment; `any` is `**`. */
type Segment = 'any' | readonly string[]

/** Reads a pattern: `*` is one segment or, beside letters, a part of one; `**` is any number of segments, also none. */
export function parseMask(pattern: string): Mask {
  const segments = segmentsOf(pattern).map(segment => (segment === '**' ? 'any' : segment.split('*')))
  return { pattern, segments }
}

/** The segments of a path: `/a/b` has two. */
export function segmentsOf(path: string): readonly string[] {
  return (path.startsWith('/') ? path.slice(1) : path).split('/')
}

/**
 * True when the mask covers the path of these segments. After a failure only the last `**` takes one segment more, which is
 * enough for this kind of pattern; so the cost is at most segments of the path times segments of the mask.
 */
export function covers({ segments: mask }: Mask, path: readonly string[]): boolean {
  let at = 0
  let step = 0
  let lastAny = -1
  let retryAt = 0
  while (at < path.length) {
    const wanted = mask[step]
    if (wanted === 'any') {
      lastAny = step++
      retryAt = at
    } else if (wanted !== undefined && segmentMatches(wanted, path[at] ?? '')) {
      at++
      step++
    } else if (lastAny !== -1) {
      step = lastAny + 1
      at = ++retryAt
    } else return false
  }
  while (mask[step] === 'any') step++
  return step === mask.length
}

/** A star needs at least one character when it is the whole segment; the pieces must come in their order. */
function segmentMatches(pieces: readonly string[], segment: string): boolean {
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return segment === first
  const last = pieces.at(-1) ?? ''
  if (segment === '' || segment.length < first.length + last.length) return false
  if (!segment.startsWith(first) || !segment.endsWith(last)) return false
  const end = segment.length - last.length
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = segment.indexOf(piece, from)
    if (found === -1 || found + piece.length > end) return false
    from = found + piece.length
  }
  return true
}
