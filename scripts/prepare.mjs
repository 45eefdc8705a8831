/**
 * What `npm start` and `npm test` share: packages are installed when they are missing, dist/ is built when
 * its sources changed. Runs before anything is installed, so it is plain JavaScript on Node's own modules.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
const LEAST_NODE = [20, 19]
const STAMP = join(ROOT, 'dist', '.built-from')
/** What dist/ is made from. */
const SOURCES = [
  'collector',
  'dashboard',
  'scripts',
  'test/crash',
  'test/support',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Ends the process with words when Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  console.error(`Hanki needs Node.js ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs exactly what package-lock.json says, when something of it is missing. */
export async function ensureInstalled() {
  if (isInstalled()) return
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const [command, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args]
  await run('Installing packages (about 250 MB, once)', command, all)
}

/** Builds dist/ when a source changed since the last build. */
export async function ensureBuilt() {
  const digest = sourceDigest()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  // An interrupted build must not look finished.
  rmSync(STAMP, { force: true })
  await run('Building', process.execPath, [join(ROOT, 'scripts', 'build.mjs')])
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  writeFileSync(STAMP, digest)
}

/** Runs a command quietly; tells every few seconds that it still runs; shows its output and ends when it fails. */
export function run(title, command, args) {
  return new Promise(resolve => {
    const startedAt = Date.now()
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    const seconds = () => Math.round((Date.now() - startedAt) / 1000)
    // On standard error: what runs next may print JSON.
    const ticker = setInterval(() => console.error(`${title} … ${seconds()} s`), 2_000)
    child.once('error', error => {
      output += error.message
    })
    child.once('close', code => {
      clearInterval(ticker)
      if (code === 0) {
        if (seconds() >= 2) console.error(`${title}: done in ${seconds()} s`)
        resolve(undefined)
        return
      }
      console.error(output)
      console.error(`${title} failed. The lines above say why.`)
      process.exit(1)
    })
  })
}

/** True when every package of the lockfile that belongs on this platform is there in its version. */
function isInstalled() {
  const installedFile = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      (installed[path] === undefined ? entry.optional : installed[path].version === entry.version),
  )
}

function sourceDigest() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addToDigest(hash, source)
  return hash.digest('hex')
}

function addToDigest(hash, path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return
  const entries = /\.\w+$/.test(path) ? undefined : readdirSync(full, { withFileTypes: true })
  if (entries === undefined) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) addToDigest(hash, join(path, entry.name))
    else
      hash
        .update(`${path}/${entry.name}\0`)
        .update(readFileSync(join(full, entry.name)))
        .update('\0')
  }
}
