import { Hono } from 'hono'
import type { EventStore } from '../../core/ports.ts'
import { timezoneAt } from '../../core/site/time-zone.ts'
import { localDateTime, localDay } from '../../core/time/zone.ts'
import type { Absences } from '../../ingest/absences.ts'
import type { DailyCounter } from '../../ingest/counters/daily-counter.ts'
import { siteFor } from '../authenticate.ts'
import type { MarksBody } from '../contract.ts'

/** Marks of one kind that are told at most: the latest. */
const MAX_MARKS = 1_000

export interface MarksDeps {
  readonly eventStore: Pick<EventStore, 'daysNoted'>
  readonly counts: Pick<DailyCounter, 'pending'>
  readonly absences: Pick<Absences, 'list'>
  readonly nowSeconds: () => number
}

/**
 * `GET /api/sites/:domain/marks`: when counting was disturbed. Beside what people noted, for the same eyes. Needs
 * `authenticate` before it.
 */
export function marksRoutes({ eventStore, counts, absences, nowSeconds }: MarksDeps): Hono {
  return new Hono().get('/api/sites/:domain/marks', async c => {
    const site = siteFor(c, 'see_annotations')
    if (site instanceof Response) return site
    const today = localDay(nowSeconds(), timezoneAt(site, nowSeconds()))
    const stored = await eventStore.daysNoted(site.id, 'key_restarted')
    const isPending = counts.pending(site.id, today).some(({ reason }) => reason === 'key_restarted')
    const restarted = isPending && !stored.includes(today) ? [...stored, today] : stored
    const toClock = (seconds: number) => localDateTime(seconds, timezoneAt(site, seconds))
    const away = absences.list().filter(({ untilSecond }) => untilSecond > site.createdAtSeconds)
    const body: MarksBody = {
      key_restarted: restarted.slice(-MAX_MARKS),
      away: away.slice(-MAX_MARKS).map(({ fromSecond, untilSecond }) => ({
        from: toClock(Math.max(fromSecond, site.createdAtSeconds)),
        until: toClock(untilSecond),
      })),
    }
    return c.json(body)
  })
}
