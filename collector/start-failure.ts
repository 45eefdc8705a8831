import { ConfigError } from './config.ts'
import { DayKeyFileError } from './ingest/identity/day-key-file.ts'
import { JournalError } from './ingest/journal/journal-error.ts'
import { SchemaError } from './storage/await-schema.ts'
import { SecondControlError } from './storage/control-beats.ts'
import { DataDirectoryError } from './storage/data-lock.ts'
import { EngineError } from './storage/engine/engine-error.ts'

/** What an operator reads when Hanki cannot start: plain words for what is known, the whole trace for what is not. */
export function explainStartFailure(error: unknown): string {
  if (isExplained(error)) return `Hanki could not start. ${error.message}`
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return 'Hanki could not start. The port is in use by another program. Choose another with HANKI_PORT.'
  }
  if (code === 'EACCES') {
    return 'Hanki could not start. This user may not listen on that port, or not use the data directory. Choose others with HANKI_PORT and HANKI_DATA.'
  }
  if (code === 'EADDRNOTAVAIL') {
    return 'Hanki could not start. This machine has no such address. Choose another with HANKI_HOST.'
  }
  if (code === 'ENOSPC')
    return 'Hanki could not start. The disk of the data directory is full. Free some space and start again.'
  return `Hanki could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

function isExplained(error: unknown): error is Error {
  return (
    error instanceof ConfigError ||
    error instanceof DataDirectoryError ||
    error instanceof DayKeyFileError ||
    error instanceof EngineError ||
    error instanceof JournalError ||
    error instanceof SchemaError ||
    error instanceof SecondControlError
  )
}
