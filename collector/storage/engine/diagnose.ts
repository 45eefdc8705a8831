import { EngineError, type EngineErrorCode } from './engine-error.ts'

/** Words of ClickHouse or the system, beside what they mean for whoever runs Hanki. First match wins. */
const SIGNS: readonly (readonly [RegExp, EngineErrorCode, string])[] = [
  [
    /Cannot lock file|Another server instance|already running/i,
    'locked',
    'Another Hanki is using this data directory. Stop it, or choose another directory with HANKI_DATA.',
  ],
  [
    /No space left|NOT_ENOUGH_SPACE|Cannot reserve/i,
    'disk_full',
    'The disk of the data directory is full. Free some space and start again; nothing that was accepted is lost.',
  ],
  [
    /Permission denied|EACCES|Read-only file system/i,
    'not_writable',
    'The data directory cannot be written. Give this user write access to it, or choose another with HANKI_DATA.',
  ],
  [
    /Address already in use|EADDRINUSE/i,
    'port',
    'The port chosen for the database was taken by another program in the meantime. Start again.',
  ],
  [
    /MEMORY_LIMIT_EXCEEDED|Cannot allocate memory|bad_alloc/i,
    'memory',
    'The database ran out of memory while starting. Hanki needs about 600 MB of free memory.',
  ],
  [
    /Illegal instruction|AVX2|instruction set/i,
    'no_avx2',
    'This processor lacks AVX2, which ClickHouse needs. Use another machine, or set HANKI_CLICKHOUSE_URL to a server.',
  ],
  [
    /Cannot find module|cannot open shared object|ERR_DLOPEN_FAILED|no .*lib.* for/i,
    'platform',
    'The database library is not installed for this platform. Run "npm ci"; supported are Linux x64 and arm64 (glibc) and macOS.',
  ],
]

/** Turns the last words of an engine that did not start into an error that says what to do. */
export function diagnoseStart(lastWords: string, signal: NodeJS.Signals | null): EngineError {
  const lines = lastWords.trim().split('\n').slice(-3).join('\n')
  return (
    knownCause(lastWords, signal) ??
    new EngineError('failed', `The database did not start. Its last words were:\n${lines || '(none)'}`)
  )
}

/** Why a running engine ended. Its last words are not repeated: they may hold parts of a query. */
export function diagnoseCrash(lastWords: string, signal: NodeJS.Signals | null): EngineError {
  return (
    knownCause(lastWords, signal) ??
    new EngineError('crashed', `The database ended by itself${signal === null ? '' : ` (${signal})`}.`)
  )
}

function knownCause(lastWords: string, signal: NodeJS.Signals | null): EngineError | undefined {
  const words = signal === 'SIGILL' ? 'Illegal instruction' : lastWords
  const sign = SIGNS.find(([pattern]) => pattern.test(words))
  return sign && new EngineError(sign[1], sign[2])
}
