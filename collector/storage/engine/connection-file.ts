import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How to reach the embedded engine of a data directory; written 0600 so that the command line can attach to it. */
export interface EngineConnection {
  readonly port: number
  readonly password: string
}

/** The connection of the engine that runs, or once ran, on this data directory. */
export function readConnection(dataDirectory: string): EngineConnection | undefined {
  const file = connectionFile(dataDirectory)
  if (!existsSync(file)) return undefined
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof value !== 'object' || value === null || !('port' in value) || !('password' in value))
    return undefined
  const { port, password } = value
  return typeof port === 'number' && typeof password === 'string' ? { port, password } : undefined
}

/** Replaces the connection file in one step, so that a reader never sees half of it. */
export function writeConnection(dataDirectory: string, connection: EngineConnection): void {
  const file = connectionFile(dataDirectory)
  writeFileSync(`${file}.new`, JSON.stringify(connection), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export function removeConnection(dataDirectory: string): void {
  rmSync(connectionFile(dataDirectory), { force: true })
}

function connectionFile(dataDirectory: string): string {
  return join(dataDirectory, 'engine', 'connection.json')
}
