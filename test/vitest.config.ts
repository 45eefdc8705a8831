import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

/** Every test: unit, on a real engine, on a real server, in a real browser. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores: more workers only make engines wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // An answer may be a second old, and a busy machine takes its time.
    expect: { poll: { timeout: 10_000 } },
    allowOnly: false,
    env: { TZ: 'UTC' },
  },
})
