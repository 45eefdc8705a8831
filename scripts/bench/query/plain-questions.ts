import { periodDays } from '../../../dashboard/src/lib/periods.ts'
import type { ViewFilter } from '../../../dashboard/src/lib/view-url.ts'
import { LISTS, type Look } from './questions.ts'
import { TIMEZONE, TODAY } from './world.ts'

/** A statement of the plain way, with what it answers. */
export interface PlainQuestion {
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface PlainLoad {
  readonly figuresAndSeries: readonly PlainQuestion[]
  readonly panels: readonly PlainQuestion[]
}

const DAY_SECONDS = 86_400

const FIGURES = `uniq(user_id) AS visitors, sum(sign) AS visits, sum(sign * pageviews) AS views,
  sum(sign * pageviews) / sum(sign) AS per_visit, sum(sign * is_bounce) / sum(sign) AS bounce_rate, sum(sign * duration) / sum(sign) AS seconds`

/** The same load as the field asks it: visit figures from sessions, pages from events; approximate distinct counts. */
export function plainLoadOf(siteId: number, { view }: Look): PlainLoad {
  const days = periodDays(view.period, TODAY, view.days) ?? { from: TODAY, to: TODAY }
  const length = (Date.parse(days.to) - Date.parse(days.from)) / 1_000 / DAY_SECONDS + 1
  const ask = (
    select: string,
    table: 'plain_sessions' | 'plain_events',
    rest: string,
    back = 0,
  ): PlainQuestion => {
    const time = table === 'plain_sessions' ? 'start' : 'timestamp'
    const from = `toDateTime({from:String} || ' 00:00:00', '${TIMEZONE}') - INTERVAL ${back} DAY`
    const to = `toDateTime({to:String} || ' 00:00:00', '${TIMEZONE}') + INTERVAL ${1 - back} DAY`
    const conditions = [
      `site_id = {site:UInt32} AND ${time} >= ${from} AND ${time} < ${to}`,
      ...view.filters.map(filter => condition(filter, table, from, to)),
    ]
    return {
      sql: `SELECT ${select} FROM ${table} WHERE ${conditions.join(' AND ')} ${rest}`,
      params: { site: siteId, from: days.from, to: days.to },
    }
  }
  const bucket =
    view.period === 'today'
      ? `toStartOfHour(toTimeZone(start, '${TIMEZONE}'))`
      : length > 91
        ? `toStartOfMonth(toTimeZone(start, '${TIMEZONE}'))`
        : `toDate(start, '${TIMEZONE}')`
  const series = `${bucket} AS bucket, ${FIGURES}`
  return {
    figuresAndSeries: [
      ask(FIGURES, 'plain_sessions', ''),
      ask(FIGURES, 'plain_sessions', '', length),
      ask(series, 'plain_sessions', 'GROUP BY bucket ORDER BY bucket'),
      ask(series, 'plain_sessions', 'GROUP BY bucket ORDER BY bucket', length),
    ],
    panels: LISTS.map(dimension => {
      const isPage = dimension === 'event:page'
      const column = isPage ? 'pathname' : dimension.replace('visit:', '')
      return ask(
        `${column}, uniq(user_id) AS visitors`,
        isPage ? 'plain_events' : 'plain_sessions',
        `${isPage ? "AND name = 'pageview' " : ''}GROUP BY ${column} ORDER BY visitors DESC LIMIT 9`,
      )
    }),
  }
}

function condition(
  filter: ViewFilter,
  table: 'plain_sessions' | 'plain_events',
  from: string,
  to: string,
): string {
  if ('without' in filter) throw new Error('The plain way leaves out no pairs')
  const { dimension, values } = filter
  const [value = ''] = values
  if (dimension !== 'event:page') return `${dimension.replace('visit:', '')} = '${value}'`
  if (table === 'plain_events') return `pathname LIKE '%${value}%'`
  return `session_id IN (SELECT session_id FROM plain_events WHERE site_id = {site:UInt32} AND timestamp >= ${from} AND timestamp < ${to} AND name = 'pageview' AND pathname LIKE '%${value}%')`
}
