/** Sites whose domain holds every word of `wanted`, the pinned ones first, then by their names. */
export function listedSites<Site extends { readonly domain: string }>(
  sites: readonly Site[],
  wanted: string,
  isPinned: (domain: string) => boolean,
): Site[] {
  const words = wanted.toLowerCase().split(/\s+/)
  return sites
    .filter(({ domain }) => words.every(word => domain.includes(word)))
    .toSorted((a, b) => rank(a, isPinned) - rank(b, isPinned) || a.domain.localeCompare(b.domain))
}

function rank({ domain }: { readonly domain: string }, isPinned: (domain: string) => boolean): number {
  return isPinned(domain) ? 0 : 1
}
