import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Lays a `.br` and a `.gz` beside every file that is worth it, so that the collector compresses none of them again and again. */
export function compressPlugin(): Plugin {
  return {
    name: 'hanki-compress',
    apply: 'build',
    writeBundle({ dir = '.' }, bundle) {
      for (const name of Object.keys(bundle).filter(name => /^assets\/.*\.(?:js|css|svg)$/.test(name))) {
        const path = join(dir, name)
        const bytes = readFileSync(path)
        if (bytes.length < LEAST_BYTES) continue
        writeFileSync(`${path}.br`, brotliCompressSync(bytes))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** Below this, a compressed file hardly saves a packet, bytes. */
const LEAST_BYTES = 1_024
