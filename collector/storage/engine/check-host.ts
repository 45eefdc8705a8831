import { readFileSync } from 'node:fs'
import { EngineError } from './engine-error.ts'

/**
 * Refuses a machine on which the embedded engine cannot run, before it is tried.
 * ClickHouse from 26.6 needs AVX2 on x64; only Linux tells us without asking another program.
 * Throws `EngineError` (`no_avx2`).
 */
export function checkEngineHost(platform = process.platform, architecture = process.arch): void {
  if (platform !== 'linux' || architecture !== 'x64') return
  if (!/\bavx2\b/.test(readFileSync('/proc/cpuinfo', 'utf8'))) {
    throw new EngineError(
      'no_avx2',
      'This processor lacks AVX2, which ClickHouse needs. Use another machine, or set HANKI_CLICKHOUSE_URL to a server.',
    )
  }
}
