import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { MEMORY } from './memory.ts'

/** A directory of the running test's own, removed when the test is finished. */
export function tempDirectory(): string {
  return directoryBelow(tmpdir())
}

/** The same in memory, for what must never reach a disk. */
export function memoryDirectory(): string {
  return directoryBelow(MEMORY)
}

function directoryBelow(parent: string): string {
  const directory = mkdtempSync(join(parent, 'hanki-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
