import { setTimeout as sleep } from 'node:timers/promises'
import type { ClickHouseClient } from '@clickhouse/client'

/** How often a collector in control says that it is there, ms. */
const BEAT_MS = 10_000
/** Who was silent for longer is believed to be gone, s. */
const ALIVE_SECONDS = 35

/** Another collector is in control of the database; the message says what to do. */
export class SecondControlError extends Error {
  override readonly name = 'SecondControlError'
  readonly code = 'second_control'
}

/** Another collector in control. */
export interface OtherControl {
  /** Name of its machine. */
  readonly host: string
  /** Age of its last sign of life, s; below zero when the database's clock was set back since. */
  readonly silentSeconds: number
}

/**
 * Signs of life of the collector in control of a ClickHouse server. ClickHouse has no compare-and-set, so this is no lock: it
 * tells an operator who has started two. It cannot keep two apart that start in the same moment with the database in two
 * replicas, whose data directory was copied, or of which one was asleep.
 */
export interface ControlBeats {
  /** Throws `SecondControlError` when another collector is in control. To be called before anything is written. */
  refuseSecond(): Promise<void>
  /** Begins to give signs of life, until closed. Throws as above when another collector has begun at the same time. */
  begin(): Promise<void>
  /** Stops, and says so: whoever comes next need not wait. */
  close(): Promise<void>
}

export interface ControlBeatsOptions {
  readonly client: ClickHouseClient
  /** From `controlId`. */
  readonly id: string
  /** Name of this machine. */
  readonly host: string
  /** Told, once for each time, of another one that was noticed later. */
  readonly onOther: (other: OtherControl) => void
  /** Told why no sign of life could be given. */
  readonly onFailure: (error: unknown) => void
  /** Default 10 s; ms. */
  readonly beatMs?: number
}

export function openControlBeats(options: ControlBeatsOptions): ControlBeats {
  const { client, id, host, onOther, onFailure, beatMs = BEAT_MS } = options
  const closing = new AbortController()
  let running: Promise<void> | undefined
  let wasAlone = true

  async function others(): Promise<readonly (OtherControl & { readonly id: string })[]> {
    const answer = await client.query({
      query: `SELECT toString(holder) AS id, host, toInt32(now() - beat_at) AS silent FROM control_beats FINAL
WHERE is_over = 0 AND holder != {id:UInt64} AND beat_at > now() - {alive:UInt32} ORDER BY beat_at DESC`,
      query_params: { id, alive: ALIVE_SECONDS },
      format: 'JSONEachRow',
    })
    const rows = await answer.json<{ id: string; host: string; silent: number }>()
    return rows.map(row => ({ id: row.id, host: row.host, silentSeconds: row.silent }))
  }

  function say(isOver: 0 | 1): Promise<unknown> {
    return client.insert({
      table: 'control_beats',
      values: [{ holder: id, host, is_over: isOver }],
      format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 0 },
    })
  }

  async function beat(): Promise<void> {
    await say(0)
    const [other] = await others()
    if (other !== undefined && wasAlone) onOther(other)
    wasAlone = other === undefined
  }

  async function goOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await sleep(beatMs, undefined, { signal: closing.signal }).catch(() => undefined)
      if (!closing.signal.aborted) await beat().catch(onFailure)
    }
  }

  return {
    async refuseSecond() {
      // A database without the table has no collector that gives signs.
      const [other] = await others().catch(error => {
        if (isUnknownTable(error)) return []
        throw error
      })
      if (other !== undefined) throw secondControl(other)
    },

    async begin() {
      await say(0)
      // Of two that begin at once, each sees the other: the greater id gives way.
      const other = (await others()).find(candidate => BigInt(candidate.id) < BigInt(id))
      if (other !== undefined) {
        await say(1)
        throw secondControl(other)
      }
      running = goOn()
    },

    async close() {
      closing.abort()
      if (running === undefined) return
      await running
      await say(1)
    },
  }
}

function secondControl({ host, silentSeconds }: OtherControl): SecondControlError {
  const sign =
    silentSeconds < 0
      ? `its latest sign of life lies ${-silentSeconds} s ahead of the database's clock, which was set back`
      : `it gave a sign of life ${silentSeconds} s ago`
  return new SecondControlError(
    `Another collector, on the machine ${host}, is in control of this database; ${sign}. ` +
      'Start this one with HANKI_ROLE=collect, or stop that one first. ' +
      `If it has crashed, start this one again in ${ALIVE_SECONDS - silentSeconds} s.`,
  )
}

function isUnknownTable(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'UNKNOWN_TABLE'
}
