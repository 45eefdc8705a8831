import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../dist/collector/cli.js')

export interface CommandAnswer {
  readonly code: number | null
  readonly output: string
  /** What `--json` printed; empty when the command failed. */
  readonly data: Record<string, unknown>
}

/** Runs the built command line beside a running collector; not even its port is known to it, only the data directory. */
export function runCommand(dataDirectory: string, ...words: string[]): CommandAnswer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words, '--json'], {
    env: { PATH: process.env['PATH'], HANKI_DATA: dataDirectory },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: status, output: stdout + stderr, data: status === 0 ? JSON.parse(stdout) : {} }
}

/** A new API key for a site, comma-separated scopes. Throws with the command's words when there is none. */
export function makeKey(dataDirectory: string, domain: string, scopes: string): string {
  const { data, output } = runCommand(dataDirectory, 'key', 'add', '--site', domain, '--scope', scopes)
  if (typeof data['key'] !== 'string') throw new Error(output)
  return data['key']
}
