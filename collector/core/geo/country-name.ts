/** English name of every country that has an ISO 3166-1 alpha-2 code, as this Node.js knows them. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = countryNames()

function countryNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap(first => letters.map(second => first + second))
  return new Map(
    codes.flatMap(code => ((name = names.of(code)) => (name === undefined ? [] : [[code, name]]))()),
  )
}

/** English name of a country by its code; the code where it has none, empty for an empty one. */
export function countryName(code: string): string {
  return COUNTRY_NAMES.get(code) ?? code
}
