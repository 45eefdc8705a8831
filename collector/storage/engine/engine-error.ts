export type EngineErrorCode =
  | 'no_avx2'
  | 'platform'
  | 'locked'
  | 'disk_full'
  | 'not_writable'
  | 'port'
  | 'memory'
  | 'failed'
  | 'crashed'
  | 'unreachable'

/** The database could not be started or reached; the message says what to do, in the operator's words. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: EngineErrorCode

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
