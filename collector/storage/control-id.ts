import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CONTROL_ID_FILE = 'control-id'

/** What a data directory is called among the collectors of one database: 64 random bits in decimal, the same at every start. */
export function controlId(dataDirectory: string): string {
  const file = join(dataDirectory, CONTROL_ID_FILE)
  if (existsSync(file)) {
    const known = readFileSync(file, 'utf8').trim()
    if (/^\d{1,20}$/.test(known)) return known
  }
  const id = randomBytes(8).readBigUInt64BE().toString()
  writeFileSync(file, `${id}\n`, { mode: 0o600 })
  return id
}
