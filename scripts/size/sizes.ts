import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What one part of the build weighs on the wire. */
export interface Size {
  readonly part: string
  /** Files of `dist`. */
  readonly files: readonly string[]
  /** All of them, each compressed by gzip at its best, bytes. */
  readonly bytes: number
  readonly limitBytes: number
}

/** Measures what was built into a directory. Throws when a part of it is missing. */
export function measureSizes(dist: string): readonly Size[] {
  const assets = readdirSync(join(dist, 'dashboard/assets')).map(name => `dashboard/assets/${name}`)
  const first = [...firstLoad(dist), longestDictionary(dist, assets)]
  const lazy = assets.filter(file => /\.(js|css)$/.test(file) && !first.includes(file)).sort()
  const size = (part: string, limitBytes: number, files: readonly string[]): Size => {
    if (files.length === 0) throw new Error(`Nothing was built of this: ${part}`)
    return { part, files, bytes: sum(files.map(file => weigh(join(dist, file)))), limitBytes }
  }
  return [
    size('tracking script', 1_600, ['tracker/script.js']),
    size('leaving a browser out', 800, ['tracker/exclude.js']),
    size('first load, scripts', 120_000, only('.js', first)),
    size('first load, styles', 12_000, only('.css', first)),
    // The chart's library and the world map are the heavy ones.
    ...lazy.map(file => size(`later: ${nameOf(file)}`, 65_000, [file])),
  ]
}

/** A table of sizes for people, a line per part. */
export function toTable(sizes: readonly Size[]): string {
  const said = (bytes: number) => `${bytes.toLocaleString('en')} B`.padStart(10)
  const width = Math.max(...sizes.map(({ part }) => part.length))
  return sizes
    .map(({ part, bytes, limitBytes }) => {
      const mark = bytes > limitBytes ? '  too heavy' : ''
      return `${part.padEnd(width)} ${said(bytes)} of ${said(limitBytes)}${mark}`
    })
    .join('\n')
}

/** What a browser fetches before it shows anything: what the page names, and what that imports outright. */
function firstLoad(dist: string): readonly string[] {
  const page = readFileSync(join(dist, 'dashboard/index.html'), 'utf8')
  const found = new Set<string>()
  const add = (name: string): void => {
    const file = `dashboard/assets/${name}`
    if (found.has(file)) return
    found.add(file)
    if (!name.endsWith('.js')) return
    const source = readFileSync(join(dist, file), 'utf8')
    for (const [, imported = ''] of source.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      add(imported)
  }
  for (const [, name = ''] of page.matchAll(/(?:src|href)="\.\/assets\/([\w.-]+\.(?:js|css))"/g)) add(name)
  return [...found]
}

/** The page waits for the dictionary of its language, a file with the language's tag for a name; counted as if it were the longest. */
function longestDictionary(dist: string, assets: readonly string[]): string {
  const dictionaries = assets.filter(file => /\/[a-z]{2}-[\w-]{8}\.js$/.test(file))
  const [longest] = dictionaries.toSorted((a, b) => weigh(join(dist, b)) - weigh(join(dist, a)))
  if (longest === undefined) throw new Error('Nothing was built of this: a language')
  return longest
}

function only(ending: string, files: readonly string[]): readonly string[] {
  return files.filter(file => file.endsWith(ending))
}

/** A file's name without what changes with its content. */
function nameOf(file: string): string {
  return file.replace(/^.*\/_?/, '').replace(/-[\w-]{8}(\.\w+)$/, '$1')
}

function weigh(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
