import { BENCH_SITES } from '../traffic/sites.ts'

/** Questions that read every event of a site, as a dashboard with an impatient owner asks them. */
const QUESTIONS = [
  { metrics: ['visitors', 'pageviews', 'visits'], dimensions: ['event:page'] },
  {
    metrics: ['visitors', 'visits', 'bounce_rate', 'visit_duration', 'views_per_visit'],
    dimensions: ['visit:source', 'visit:country', 'visit:browser'],
  },
  { metrics: ['visitors', 'visits', 'bounce_rate'], dimensions: ['visit:entry_page', 'visit:os'] },
  { metrics: ['visitors', 'pageviews'], dimensions: ['time:hour', 'visit:browser', 'visit:browser_version'] },
  { metrics: ['visitors', 'pageviews'], dimensions: ['event:page', 'event:name', 'visit:language'] },
]

/** What the queries were answered. */
export interface QueryTally {
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly answersPerSecond: number
}

/** Keeps `inFlight` questions in flight until `work` settles; then waits for the last answers. */
export async function whileAsking<Result>(
  { inFlight, rowsPerAnswer }: { readonly inFlight: number; readonly rowsPerAnswer: number },
  ask: (question: object) => Promise<number>,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly queries: QueryTally }> {
  const statuses: Record<string, number> = {}
  const startedAt = performance.now()
  let next = 0
  let isOver = false

  async function askOnAndOn(): Promise<void> {
    while (!isOver) {
      const question = QUESTIONS[next % QUESTIONS.length]
      const site = BENCH_SITES[next++ % BENCH_SITES.length]
      const status = await ask({
        ...question,
        site_id: site?.domain,
        date_range: 'all',
        // Each one is another: the same would be asked once.
        filters: [['is_not', 'visit:utm_campaign', [`none of number ${next}`]]],
        pagination: { limit: rowsPerAnswer },
      })
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }

  const asking = Promise.all(Array.from({ length: inFlight }, askOnAndOn))
  try {
    // A question that fails must end the bench at once, not after the work.
    const result = await Promise.race([work(), asking.then(() => neverResult())])
    isOver = true
    await asking
    const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0)
    return {
      result,
      queries: { statuses, answersPerSecond: answers / ((performance.now() - startedAt) / 1_000) },
    }
  } finally {
    isOver = true
  }
}

function neverResult(): never {
  throw new Error('The questions ended before the work')
}
