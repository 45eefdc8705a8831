import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a running collector is reached; left in the data directory for the command line. */
export interface Address {
  /** For browsers: the public URL, else the listening address. */
  readonly browser: string
  /** On this machine. */
  readonly local: string
}

/** Leaves the address of the collector that runs on this data directory. */
export function writeAddress(dataDirectory: string, address: Address): void {
  writeFileSync(addressFile(dataDirectory), JSON.stringify(address), { mode: 0o600 })
}

/** The address of the collector that runs, or was killed, on this data directory. */
export function readAddress(dataDirectory: string): Address | undefined {
  const file = addressFile(dataDirectory)
  if (!existsSync(file)) return undefined
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof value !== 'object' || value === null || !('browser' in value) || !('local' in value))
    return undefined
  const { browser, local } = value
  return typeof browser === 'string' && typeof local === 'string' ? { browser, local } : undefined
}

export function removeAddress(dataDirectory: string): void {
  rmSync(addressFile(dataDirectory), { force: true })
}

function addressFile(dataDirectory: string): string {
  return join(dataDirectory, 'address.json')
}
