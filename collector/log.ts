import { type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

/** What may be logged: counts, codes and ids, never a fact about a sender. A record of another shape does not fit. */
export interface LogRecord {
  readonly code?: string
  readonly route?: string
  readonly count?: number
  readonly milliseconds?: number
  readonly siteId?: number
  /** Message of a fault of ours; never built from what a request held. */
  readonly reason?: string
}

export interface Log {
  info(record: LogRecord, message: string): void
  warn(record: LogRecord, message: string): void
  error(record: LogRecord, message: string): void
}

const ALLOWED = ['code', 'route', 'count', 'milliseconds', 'siteId', 'reason'] as const

/** Opens the log on standard error. Only the fields of `LogRecord` pass, whatever a record holds besides. */
export function openLog(level: LogLevel): Log {
  const logger: Logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
  const allowed = (record: LogRecord) =>
    Object.fromEntries(ALLOWED.flatMap(key => (record[key] === undefined ? [] : [[key, record[key]]])))
  return {
    info: (record, message) => logger.info(allowed(record), message),
    warn: (record, message) => logger.warn(allowed(record), message),
    error: (record, message) => logger.error(allowed(record), message),
  }
}

/** Code and kind of a fault; its message only when it is one of our own errors, which hold no request data. */
export function faultRecord(error: unknown): LogRecord {
  if (!(error instanceof Error)) return { reason: 'unknown' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return {
    code,
    reason:
      error.stack
        ?.split('\n')
        .find(line => line.includes(' at '))
        ?.trim() ?? error.name,
  }
}
