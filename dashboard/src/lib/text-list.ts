import { WORDS } from './wording.ts'

/** A list as people type it: an entry per line; commas and blank lines part entries, too. */
export function toEntries(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** The other way. */
export function toText(entries: readonly string[] = []): string {
  return entries.join('\n')
}

/**
 * What is wrong with a list, in one sentence per entry: the collector names entries by their place, as in
 * `shields.networks.2`, people know them by their text. Empty when nothing is wrong with it.
 */
export function listFault(fields: Readonly<Record<string, string>>, path: string, text: string): string {
  const entries = toEntries(text)
  return Object.entries(fields)
    .flatMap(([field, said]) => {
      if (field === path) return [said]
      if (!field.startsWith(`${path}.`)) return []
      return [WORDS.entryFault(entries[Number(field.slice(path.length + 1))] ?? '', said)]
    })
    .join(' ')
}
