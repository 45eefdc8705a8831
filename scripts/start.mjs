/** `npm start`, and with the word `demo` `npm run demo`: install, build, run. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs'

const program = process.argv[2] ?? 'main'

checkNode()
await ensureInstalled()
await ensureBuilt()
// The program reads its own words, not those of this script.
process.argv.splice(1, 2, join(ROOT, 'dist', 'collector', `${program}.js`))
await import(pathToFileURL(join(ROOT, 'dist', 'collector', `${program}.js`)).href)
