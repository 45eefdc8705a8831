import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './support/slow-first.ts'

/** Every test: unit, on a real engine, on a real server, in a real browser. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['test/**/*.test.ts'],
    // One more than two cores: some tests wait for a clock or a disk most of the time.
    maxWorkers: 3,
    // A module has no state that one file could leave to another; loading them anew for each takes a tenth of the time.
    isolate: false,
    // What waits for a browser may wait for the other two first.
    testTimeout: 40_000,
    hookTimeout: 90_000,
    // An answer may be a second old, and a busy machine takes its time.
    expect: { poll: { timeout: 10_000 } },
    sequence: { sequencer: SlowFirst },
    allowOnly: false,
    env: { TZ: 'UTC' },
  },
})
