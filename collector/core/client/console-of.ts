/** A game console: its maker's line, and the generation in place of a version, such as `PlayStation` and `5`. */
export interface ConsoleSystem {
  readonly name: string
  readonly version: string
}

/** The generations that a User-Agent names, narrower before wider, and what they are called. */
const GENERATIONS: readonly (readonly [token: string, name: string, version: string])[] = [
  ['PlayStation 5', 'PlayStation', '5'],
  ['PlayStation 4', 'PlayStation', '4'],
  ['PLAYSTATION 3', 'PlayStation', '3'],
  ['PlayStation Vita', 'PlayStation', 'Vita'],
  ['PlayStation Portable', 'PlayStation', 'Portable'],
  ['PlayStation', 'PlayStation', ''],
  ['Nintendo Switch 2', 'Nintendo', 'Switch 2'],
  ['Nintendo Switch', 'Nintendo', 'Switch'],
  ['Nintendo WiiU', 'Nintendo', 'Wii U'],
  ['Nintendo Wii', 'Nintendo', 'Wii'],
  ['Nintendo 3DS', 'Nintendo', '3DS'],
  ['New Nintendo 3DS', 'Nintendo', '3DS'],
  ['Nintendo DSi', 'Nintendo', 'DSi'],
  ['Xbox Series X', 'Xbox', 'Series X'],
  ['Xbox Series S', 'Xbox', 'Series S'],
  ['Xbox One', 'Xbox', 'One'],
  ['Xbox', 'Xbox', ''],
]

/** The console that a User-Agent names; undefined for none. */
export function consoleOf(userAgent: string): ConsoleSystem | undefined {
  if (!/PlayStation|Nintendo|Xbox/i.test(userAgent)) return undefined
  const row = GENERATIONS.find(([token]) => userAgent.includes(token))
  return row && { name: row[1], version: row[2] }
}
