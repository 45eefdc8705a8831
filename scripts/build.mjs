/** Builds everything that runs into dist/: collector, tracking script, dashboard. */
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './prepare.mjs'

for (const room of ['collector', 'collector/tracker', 'collector/tracker/exclude', 'dashboard']) {
  await build({ configFile: join(ROOT, room, 'vite.config.ts'), logLevel: 'warn' })
}
