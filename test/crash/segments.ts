import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Files of a data directory's journal that hold events, oldest first. */
export function segmentsOf(dataDirectory: string): string[] {
  const directory = join(dataDirectory, 'journal')
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter(name => name.endsWith('.seg'))
    .sort()
    .map(name => join(directory, name))
}
