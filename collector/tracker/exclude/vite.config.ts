import { defineConfig } from 'vite'

/** Builds what the tracking script loads on request, beside it. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    target: 'es2020',
    outDir: '../../../dist/tracker',
    emptyOutDir: false,
    lib: { entry: 'exclude.ts', formats: ['iife'], name: 'hankiExclude', fileName: () => 'exclude.js' },
  },
})
