/**
 * `npm test`: installs what is missing, builds, makes sure of a browser, runs every test.
 * Words after `--` go to vitest, for example a folder of tests. Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureBuilt, ensureInstalled, ROOT, run } from './prepare.mjs'

checkNode()
await ensureInstalled()
await ensureBuilt()
await ensureChromium()

const results = mkdtempSync(join(tmpdir(), 'hanki-results-'))
const file = join(results, 'results.json')
const vitest = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit' },
)
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
rmSync(results, { recursive: true, force: true })
if (report === undefined) {
  console.error('The tests did not run to their end.')
  process.exit(1)
}
// A test file that could not be loaded or set up has no failed test, but it has failed.
const broken = report.testResults.filter(
  result => result.status === 'failed' && !result.assertionResults.some(test => test.status === 'failed'),
)
const failed = report.numFailedTests + broken.length
const skipped = report.numPendingTests + report.numTodoTests
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(vitest.status === 0 && failed === 0 ? 0 : 1)

/** The browser tests need Chromium; CI installs Debian's, a person is told what to do. */
async function ensureChromium() {
  const browser = process.env.HANKI_CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(browser)) return
  if (process.env.CI && process.env.HANKI_CHROMIUM === undefined) {
    await run('Updating the package lists', 'apt-get', ['update'])
    await run('Installing Chromium', 'apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    if (existsSync(browser)) return
  }
  console.error(
    `The browser tests need Chromium, and ${browser} does not exist.\n` +
      'On Debian or Ubuntu: apt-get install chromium\n' +
      'Elsewhere: install Chromium or Chrome and set HANKI_CHROMIUM to its program.',
  )
  process.exit(1)
}
