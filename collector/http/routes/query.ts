import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import { NO_ANNOTATIONS } from '../../core/annotations/site-annotations.ts'
import { answerCsv } from '../../core/csv/answer-csv.ts'
import { funnelCsv, journeysCsv } from '../../core/csv/paths-csv.ts'
import { NO_FUNNELS } from '../../core/funnels/site-funnels.ts'
import { funnelResult } from '../../core/paths/funnel.ts'
import { parseFunnel, parseJourney } from '../../core/paths/parse-paths.ts'
import type { EventStore, Pulse, Site } from '../../core/ports.ts'
import { answerQuery } from '../../core/query/answer.ts'
import { BadExpressionError } from '../../core/query/bad-expression.ts'
import { parseQuery, parseSiteId } from '../../core/query/parse.ts'
import { QueryTooHeavyError } from '../../core/query/query-too-heavy.ts'
import { schemaFault } from '../../core/query/schema/check-schema.ts'
import { NO_SEGMENTS } from '../../core/segments/site-segments.ts'
import { limitPaths, limitQuery } from '../../core/sharing/limit-question.ts'
import { isLimited, type ShareLimits } from '../../core/sharing/share-limits.ts'
import { DEFAULT_SITE_SETTINGS } from '../../core/site/site-settings.ts'
import { localDay } from '../../core/time/zone.ts'
import { findReadableSite, limitsOf, may } from '../authenticate.ts'
import { bodyLimit } from '../body-limit.ts'
import type { ErrorBody, FunnelResultBody, JourneyResultBody, QueryResultBody } from '../contract.ts'
import { databaseAway } from '../database-away.ts'
import { hourlyLimit } from '../hourly-limit.ts'
import { jsonAnswer } from '../json-answer.ts'
import { trace, traceLook } from '../trace.ts'

/** Largest question, bytes. */
const MAX_BODY_BYTES = 64 * 1024

/** What proxies log for a client that did not wait. */
const CLIENT_GONE = 499

export interface QueryRouteDeps {
  readonly eventStore: Pick<EventStore, 'query' | 'funnel' | 'journeys'>
  readonly audit: AuditLog
  readonly pulse: Pulse
  /** Of one API key; people on the dashboard are not limited. */
  readonly questionsPerHour: number
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
}

/** What a question means, or every fault of it; and how it is answered. */
type Read = (body: unknown, site: Site, limits: ShareLimits) => Faulty | Answerable
interface Faulty {
  readonly ok: false
  readonly errors: readonly string[]
}
interface Answerable {
  readonly ok: true
  /** Throws what the store throws. */
  readonly answer: (signal: AbortSignal, c: Context) => Promise<object>
  /** The same as a file. Throws what the store throws. */
  readonly file: (signal: AbortSignal, c: Context, format: ExportFormat) => Promise<ExportFile>
}

/** An answer as a file. */
interface ExportFile {
  readonly text: string
  /** Rows that there are, of which the file may hold fewer; undefined when nobody asked. */
  readonly totalRows: number | undefined
}

/** What an answer may be exported as. */
const EXPORT_FORMATS = ['csv', 'json'] as const
type ExportFormat = (typeof EXPORT_FORMATS)[number]

/**
 * `POST /api/v2/query`, `/funnel` and `/journey`: every statistic there is. Source: wire format §4. And each with
 * `/export?format=csv` behind it: the answer as a file, which leaves an entry in the audit log.
 */
export function queryRoutes(deps: QueryRouteDeps): Hono {
  const { eventStore, audit, pulse, questionsPerHour, nowSeconds } = deps
  const app = new Hono()
  const hourly = hourlyLimit(questionsPerHour, () => performance.now())
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: c => failed(c, 413, `The question must be at most ${MAX_BODY_BYTES / 1024} kB.`),
  })

  const readQuery: Read = (body, site, limits) => {
    const fault = schemaFault(body)
    const context = { goals: site.goals, segments: site.segments.list }
    const parsed = parseQuery(body, site, nowSeconds(), context)
    // The parser finds more than the schema, and says it in better words.
    if (!parsed.ok) return parsed
    if (fault !== undefined) return { ok: false, errors: [fault] }
    const { asked } = parsed
    const limited = limitQuery(parsed.query, limits, localDay(nowSeconds(), parsed.query.timezone))
    if (!limited.ok) return limited
    const query = limited.question
    const answer = (signal: AbortSignal, c: Context) =>
      answerQuery({ query, asked, site, eventStore, signal, explain: mayExplain(c, site) })
    return {
      ok: true,
      answer: async (signal, c): Promise<QueryResultBody> => answer(signal, c),
      file: async (signal, c, format) => {
        const found = await answer(signal, c)
        const text = format === 'csv' ? answerCsv(found, query) : toJson(found)
        return { text, totalRows: found.meta.total_rows }
      },
    }
  }

  question('/api/v2/query', readQuery)
  question('/api/v2/query/export', readQuery, true)

  const readFunnel: Read = (body, site, limits) => {
    const parsed = parseFunnel(body, site, nowSeconds())
    if (!parsed.ok) return parsed
    const limited = limitPaths(parsed.question, limits)
    if (!limited.ok) return limited
    const { steps } = limited.question
    const answer = async (signal: AbortSignal): Promise<FunnelResultBody> => ({
      results: [...funnelResult(steps, await eventStore.funnel(limited.question, signal))],
    })
    return {
      ok: true,
      answer,
      file: async (signal, _, format) => {
        const found = await answer(signal)
        return { text: format === 'csv' ? funnelCsv(found.results) : toJson(found), totalRows: undefined }
      },
    }
  }

  const readJourney: Read = (body, site, limits) => {
    const parsed = parseJourney(body, site, nowSeconds())
    if (!parsed.ok) return parsed
    const limited = limitPaths(parsed.question, limits)
    if (!limited.ok) return limited
    const { steps } = limited.question
    const answer = async (signal: AbortSignal): Promise<JourneyResultBody> => {
      const { ways, others } = await eventStore.journeys(limited.question, signal)
      return { results: [...ways], others }
    }
    return {
      ok: true,
      answer,
      file: async (signal, _, format) => {
        const found = await answer(signal)
        const { results: ways, others } = found
        const text = format === 'csv' ? journeysCsv({ ways, others }, steps) : toJson(found)
        return { text, totalRows: ways.length + others.ways }
      },
    }
  }

  question('/api/v2/funnel', readFunnel)
  question('/api/v2/funnel/export', readFunnel, true)
  question('/api/v2/journey', readJourney)
  question('/api/v2/journey/export', readJourney, true)

  function question(path: string, read: Read, isExport = false): void {
    app.post(path, limit, c => {
      if (!isExport) return answered(c, read)
      const format = EXPORT_FORMATS.find(one => one === c.req.query('format'))
      return format === undefined
        ? failed(c, 400, `format must be one of ${EXPORT_FORMATS.join(', ')}, as in ?format=csv.`)
        : answered(c, read, format)
    })
    app.all(path, c => {
      c.header('allow', 'POST')
      return failed(c, 405, 'Questions must be sent with POST.')
    })
  }

  async function answered(c: Context, read: Read, format?: ExportFormat): Promise<Response> {
    const body = parseJson(await c.req.text())
    if (body === undefined) {
      return failed(
        c,
        400,
        '#: The body must be JSON, such as {"site_id": "…", "metrics": ["visitors"], "date_range": "7d"}.',
      )
    }
    const domain = parseSiteId(body)
    const site = domain === undefined ? NO_SITE : findReadableSite(c, domain)
    const caller = c.get('caller')
    if (caller?.kind === 'key' && !hourly.take(caller.key.id)) {
      c.header('retry-after', String(hourly.retrySeconds))
      return failed(
        c,
        429,
        `This API key may ask ${questionsPerHour} questions an hour. Ask again later, or less often.`,
      )
    }
    if (site === undefined) {
      return failed(c, 401, 'There is no such site, or you may not see it. Check site_id and the API key.')
    }
    const limits = limitsOf(c)
    // Of a link that shows a part of the site, segments and funnels would tell how that is divided.
    const seen = isLimited(limits) ? { ...site, segments: NO_SEGMENTS, funnels: NO_FUNNELS } : site
    const question = read(body, seen, limits)
    if (!question.ok) return failed(c, 400, question.errors.join('\n'))
    if (!pulse.isAnswering()) return databaseAway(c)
    try {
      const signal = AbortSignal.any([c.req.raw.signal, pulse.lifetime()])
      if (format === undefined) return jsonAnswer(c, await question.answer(signal, c))
      // Whoever has a link is nobody that the log knows, and must not fill it.
      const note = c.get('caller')?.kind === 'share' ? traceLook : trace
      await note(c, audit, 'statistics_exported', { site, outcome: format })
      return fileOf(c, site, format, await question.file(signal, c, format))
    } catch (error) {
      if (error instanceof QueryTooHeavyError) return failed(c, 422, error.message)
      if (error instanceof BadExpressionError) return failed(c, 400, error.message)
      // Nobody is there to read it: the client went away, which is no fault of the server.
      if (c.req.raw.signal.aborted) return new Response(null, { status: CLIENT_GONE })
      if (!pulse.isAnswering()) return databaseAway(c)
      throw error
    }
  }

  function fileOf(
    c: Context,
    { domain }: Site,
    format: ExportFormat,
    { text, totalRows }: ExportFile,
  ): Response {
    const day = new Date(nowSeconds() * 1_000).toISOString().slice(0, 10)
    return c.body(text, 200, {
      'content-type': FILE_TYPES[format],
      'content-disposition': `attachment; filename="${domain}-${day}.${format}"`,
      ...(totalRows !== undefined && { 'x-hanki-total-rows': String(totalRows) }),
    })
  }
  return app
}

const FILE_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
}

function toJson(answer: object): string {
  return `${JSON.stringify(answer, undefined, 2)}\n`
}

/** `?explain=1` shows the statement to admins, not to programs. */
function mayExplain(c: Context, site: Site): boolean {
  return c.req.query('explain') === '1' && may(c, site, 'see_statements')
}

/** Stands in for a site that the body fails to name, so that its other faults are found in the same go. */
const NO_SITE: Site = {
  id: 0 as Site['id'],
  domain: '',
  formerDomains: [],
  timezone: 'UTC',
  zoneChanges: [],
  settings: DEFAULT_SITE_SETTINGS,
  goals: [],
  segments: NO_SEGMENTS,
  annotations: NO_ANNOTATIONS,
  funnels: NO_FUNNELS,
  createdAtSeconds: 0,
}

/** The value that a JSON text holds; undefined when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function failed(c: Context, status: 400 | 401 | 405 | 413 | 422 | 429, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
