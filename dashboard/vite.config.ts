import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { compileHintPlugin } from './build/compile-hint-plugin.ts'
import { compressPlugin } from './build/compress-plugin.ts'
import { preloadPlugin } from './build/preload-plugin.ts'
import { worldMapPlugin } from './build/world-map-plugin.ts'

/** Imports all that the first screen needs. */
const START = join(import.meta.dirname, 'src/start.ts')

/** Builds the dashboard into dist/dashboard; `vite dashboard` serves it in front of a running collector. */
export default defineConfig({
  root: import.meta.dirname,
  // Addresses between files are relative: Hanki may lie below a path.
  base: './',
  logLevel: 'warn',
  plugins: [
    svelte(),
    worldMapPlugin(),
    preloadPlugin(START),
    compileHintPlugin(['first', 'en', 'fi', 'sv', 'de', 'fr']),
    compressPlugin(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8000', '/js': 'http://127.0.0.1:8000' } },
  build: {
    target: 'es2022',
    outDir: '../dist/dashboard',
    emptyOutDir: true,
    // Flags stay files of their own: the page's policy allows images of its own origin, not data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // What the first screen needs is one file with all that it imports: on a slow processor each file more takes its time.
        codeSplitting: {
          groups: [
            {
              name: 'early',
              test: /dashboard\/src\/lib\/(?:early|language|language-files)\.ts$/,
              priority: 1,
            },
            { name: 'first', test: /dashboard\/src\/App\.svelte$/ },
            { name: 'panels', test: /dashboard\/src\/parts\/Panels\.svelte$/ },
          ],
        },
      },
    },
  },
})
