import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const COLLECTOR = join(ROOT, 'collector')

/** Which rooms a room may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ingest: ['core'],
  sealing: ['core'],
  storage: ['core'],
  accounts: ['core'],
  mail: ['core'],
  oidc: ['core'],
  http: ['core', 'ingest', 'accounts', 'mail', 'oidc'],
  cli: ['core', 'accounts', 'sealing', 'mail', 'oidc'],
  tracker: [],
}

/** Node modules that core may use: they compute, and neither read a clock nor a file nor chance. */
const PURE_NODE_MODULES = new Set(['node:crypto'])
/** Of those, the names it may use. */
const PURE_NAMES = /^(createHash|hash)$/
const PURE_PACKAGES = /^(tldts|valibot|ua-parser-js|isbot|crawler-user-agents|ipaddr\.js|ajv)$/

/** What core must not call: time, chance and the outside world come in as arguments. */
const IMPURE_CALLS =
  /\b(Date\.now|new Date\(\)|Math\.random|process\.|fetch\(|console\.|setTimeout|performance\.)/

/** The collector's files that the dashboard may use at run time: closed lists, and what a pattern means, without any import. */
const SHARED_WITH_DASHBOARD = [
  'collector/core/metrics/catalogue.ts',
  'collector/core/query/dimensions.ts',
  'collector/core/event/drop-reasons.ts',
  'collector/core/goals/page-pattern.ts',
]

interface Import {
  readonly file: string
  readonly specifier: string
  readonly names: readonly string[]
  readonly isType: boolean
}

function filesBelow(directory: string, ending: RegExp): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(name => ending.test(name))
    .map(name => join(directory, name))
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8')
  const pattern =
    /^\s*(?:import|export)\s+(type\s+)?(?:[\w*]+\s*,?\s*)?(?:\{([^}]*)\})?[^'"\n;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm
  return [...source.matchAll(pattern)].map(match => ({
    file,
    specifier: match[3] ?? match[4] ?? '',
    names: (match[2] ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== ''),
    isType: match[1] !== undefined,
  }))
}

function roomOf(file: string): string {
  const [first = '', second] = relative(COLLECTOR, file).split('/')
  return second === undefined ? 'root' : first
}

describe('collector', () => {
  const imports = filesBelow(COLLECTOR, /\.ts$/).flatMap(importsOf)

  it('imports inward only: core ◀ ingest, sealing, storage, accounts, mail, oidc ◀ http ◀ the programs', () => {
    const offending = imports.flatMap(({ file, specifier }) => {
      const room = roomOf(file)
      if (room === 'root' || !specifier.startsWith('.')) return []
      const target = roomOf(resolve(file, '..', specifier))
      const allowed = MAY_IMPORT[room] ?? []
      return target === room || allowed.includes(target) ? [] : [`${relative(ROOT, file)} → ${specifier}`]
    })
    expect(offending).toEqual([])
  })

  it('has a rule for every room', () => {
    const rooms = readdirSync(COLLECTOR, { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(rooms.map(({ name }) => name).filter(name => !(name in MAY_IMPORT))).toEqual([])
  })

  it('keeps core pure: no input, output, clock, chance, environment or log', () => {
    const core = filesBelow(join(COLLECTOR, 'core'), /\.ts$/)
    const impure = core.flatMap(file => [
      ...importsOf(file)
        .filter(({ specifier }) => !specifier.startsWith('.') && !PURE_PACKAGES.test(specifier))
        .filter(
          ({ specifier, names }) =>
            !PURE_NODE_MODULES.has(specifier) || names.some(name => !PURE_NAMES.test(name)),
        )
        .filter(({ isType }) => !isType)
        .map(({ specifier }) => `${relative(ROOT, file)} → ${specifier}`),
      ...readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => IMPURE_CALLS.test(line.replace(/(\/\/|\*).*$/, '')))
        .map(line => `${relative(ROOT, file)}: ${line.trim()}`),
    ])
    expect(impure).toEqual([])
  })

  it('reads the environment in the programs only', () => {
    const readers = filesBelow(COLLECTOR, /\.ts$/)
      .filter(file => /process\.env/.test(readFileSync(file, 'utf8')))
      .map(file => relative(COLLECTOR, file))
    // The engine's child gets PATH, without which Node cannot start it.
    expect(readers.sort()).toEqual(['cli.ts', 'main.ts', 'storage/engine/embedded.ts'])
  })

  it('reads addresses without URL.canParse, which is wrong in Node.js 20', () => {
    const asking = filesBelow(COLLECTOR, /\.ts$/)
      .filter(file => /URL\.canParse\(/.test(readFileSync(file, 'utf8')))
      .map(file => relative(COLLECTOR, file))
    expect(asking).toEqual([])
  })

  it('lets the address be seen in one file only', () => {
    const seers = filesBelow(join(COLLECTOR, 'http'), /\.ts$/)
      .filter(file => /ipaddr|toByteArray/.test(readFileSync(file, 'utf8')))
      .map(file => relative(COLLECTOR, file))
    expect(seers).toEqual(['http/client-address.ts'])
  })
})

describe('dashboard', () => {
  const imports = filesBelow(join(ROOT, 'dashboard'), /\.(ts|svelte)$/).flatMap(importsOf)

  it('shares only types and closed lists with the collector', () => {
    const offending = imports
      .filter(({ specifier }) => specifier.includes('collector/'))
      .filter(({ isType }) => !isType)
      .map(({ file, specifier }) => ({
        from: relative(ROOT, file),
        to: relative(ROOT, resolve(file, '..', specifier)),
      }))
      .filter(({ to }) => !SHARED_WITH_DASHBOARD.includes(to))
    expect(offending).toEqual([])
  })

  it('has dictionaries that import nothing, for the rest waits for them', () => {
    const offending = imports
      .filter(({ file }) => file.startsWith(join(ROOT, 'dashboard', 'src', 'languages')))
      .filter(({ isType }) => !isType)
      .map(({ file, specifier }) => `${relative(ROOT, file)} → ${specifier}`)
    expect(offending).toEqual([])
  })

  it('calls fetch in one file, and in the one that asks before that is there', () => {
    const callers = filesBelow(join(ROOT, 'dashboard', 'src'), /\.(ts|svelte)$/)
      .filter(file => /\bfetch\(/.test(readFileSync(file, 'utf8')))
      .map(file => relative(ROOT, file))
    expect(callers.toSorted()).toEqual(['dashboard/src/lib/api.ts', 'dashboard/src/lib/early.ts'])
  })
})
