import { defineConfig } from 'vite'

/** Builds the tracking script as one classic script for every browser of the last six years. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    target: 'es2020',
    rolldownOptions: { optimization: { inlineConst: { mode: 'all' } } },
    outDir: '../../dist/tracker',
    emptyOutDir: true,
    lib: { entry: 'script.ts', formats: ['iife'], name: 'hankiScript', fileName: () => 'script.js' },
  },
})
