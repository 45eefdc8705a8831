/** `npm run check`: types, Svelte components, lint and format; everything that can be known without running it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, ensureInstalled, ROOT } from './prepare.mjs'

const CHECKS = [
  ['Types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['Components', 'svelte-check/bin/svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']],
  ['Lint and format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
]

checkNode()
await ensureInstalled()
let failed = 0
for (const [title, program, args] of CHECKS) {
  console.log(`${title} …`)
  const check = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (check.status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
