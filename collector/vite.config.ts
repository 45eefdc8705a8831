import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

/** An image for Docker is built without the tests. */
const CHAOS = join(import.meta.dirname, '../test/crash/main.ts')

/** Bundles the collector's programs into dist/collector; npm packages stay where npm put them. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: '../dist/collector',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'collector/main.ts',
        cli: 'collector/cli.ts',
        engine: 'collector/storage/engine/program.ts',
        demo: 'scripts/demo/main.ts',
        size: 'scripts/size/main.ts',
        screenshots: 'scripts/screenshots/main.ts',
        accessibility: 'scripts/accessibility/main.ts',
        ...(existsSync(CHAOS) ? { chaos: CHAOS } : {}),
        fuzz: 'scripts/fuzz/main.ts',
        'bench-storage': 'scripts/bench/storage/main.ts',
        'bench-ingest': 'scripts/bench/ingest/main.ts',
        'bench-load': 'scripts/bench/load/program.ts',
        'bench-identity': 'scripts/bench/identity/main.ts',
        'bench-flood': 'scripts/bench/flood/main.ts',
        'bench-flood-load': 'scripts/bench/flood/program.ts',
        'bench-dashboard': 'scripts/bench/dashboard/main.ts',
        'bench-query': 'scripts/bench/query/main.ts',
        'bench-query-server': 'scripts/bench/query/server-program.ts',
        'bench-bare': 'scripts/bench/ingest/servers/bare-program.ts',
        'bench-hono': 'scripts/bench/ingest/servers/hono-program.ts',
      },
      external: [...builtinModules, /^node:/],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
    },
  },
})
