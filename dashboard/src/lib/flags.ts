// The URL of each flag is known at build time; the browser loads only those on the screen.
const files = import.meta.glob<string>('../../../node_modules/circle-flags/flags/[a-z][a-z].svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

const urls = new Map(
  Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1, -4).toUpperCase(), url]),
)

/** Address of a country's round flag; undefined for a code without one. `country` is ISO 3166-1 alpha-2. */
export function flagUrl(country: string): string | undefined {
  return urls.get(country)
}
