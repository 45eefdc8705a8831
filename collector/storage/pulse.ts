import { setTimeout as sleep } from 'node:timers/promises'
import type { ClickHouseClient } from '@clickhouse/client'
import type { Pulse } from '../core/ports.ts'

const BEAT_MS = 2_000
/** Longest that the database may take to say that it is there, ms. */
const PATIENCE_MS = 3_000
/** A single silence may be a machine that is busy. */
const SILENT_BEATS = 2

/** Feels the database's pulse until closed. */
export function openPulse(client: ClickHouseClient): Pulse & { close(): Promise<void> } {
  const closing = new AbortController()
  let life = new AbortController()
  let silentBeats = 0

  async function beat(): Promise<void> {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE_MS)])
    const { success } = await client.ping({ select: false, abort_signal: signal })
    if (closing.signal.aborted) return
    silentBeats = success ? 0 : silentBeats + 1
    if (silentBeats >= SILENT_BEATS) life.abort()
    else if (life.signal.aborted) life = new AbortController()
  }

  const running = (async () => {
    while (!closing.signal.aborted) {
      await beat()
      await sleep(BEAT_MS, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  })()

  return {
    isAnswering: () => !life.signal.aborted,
    lifetime: () => life.signal,
    async close() {
      closing.abort()
      await running
    },
  }
}
