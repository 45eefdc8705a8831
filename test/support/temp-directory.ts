import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A directory of the running test's own, removed when the test is finished. */
export function tempDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'hanki-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
