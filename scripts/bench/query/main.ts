import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { readConnection } from '../../../collector/storage/engine/connection-file.ts'
import { nodeFlags } from '../server/node-flags.ts'
import { checkAnswers } from './check.ts'
import { prepareData } from './data.ts'
import { loadHanki, loadPlain, measureLoads, unlessTooLarge } from './measure.ts'
import { plainLoadOf } from './plain-questions.ts'
import { LOOKS, loadOf } from './questions.ts'
import { type QueryResult, queryReport, type Row, targetsOf } from './report.ts'
import type { ServerStarted } from './server-program.ts'
import { BIG_SITE, SMALL_SITE } from './world.ts'

/**
 * `npm run bench:query -- [--events N] [--small-sites N] [--loads N] [--cache DIR] [--only big|small] [--json]`: how long
 * the first load of the dashboard takes, for periods from today to a year, without filters, with one and with three.
 *
 * One site with N events in a year and many small ones of 10,000 events each are invented once and kept in the cache
 * (about 60 bytes per event with the plain tables). A real collector with the usual settings seals them and answers over
 * HTTP; its clock stands still on an afternoon. Beside it, in the same run, the same questions are asked the plain way:
 * tables of events and sessions without anything prepared. Loads are more than a second apart, so that no answer is kept
 * from one to the next.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    'small-sites': { type: 'string' },
    loads: { type: 'string', default: '20' },
    cache: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    'generate-only': { type: 'boolean', default: false },
  },
})
const events = wholeNumber('--events', values.events)
const smallSites =
  values['small-sites'] === undefined
    ? Math.min(1_000, Math.ceil(events / 10_000))
    : wholeNumber('--small-sites', values['small-sites'])
const loads = wholeNumber('--loads', values.loads)
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
const directory = values.cache ?? join(cache, 'hanki-bench', `query-${events}-${smallSites}`)
/** Loads until the server's code is compiled, as it is in one that has run for a while; they are not measured. */
const WARM_UP_LOADS = 15
/** Slow cells are measured less often. */
const MOST_SECONDS = 60
/** The plain way of a year takes long. */
const MOST_PLAIN_SECONDS = 10

await prepareData({ directory, events, smallSites, onProgress: say })
if (values['generate-only']) process.exit(0)

const server = fork(join(import.meta.dirname, 'bench-query-server.js'), [directory], {
  execArgv: [...nodeFlags()],
})
try {
  const started = await startedOf(server)
  const result = await measure(started)
  console.log(values.json ? JSON.stringify({ ...result, targets: targetsOf(result) }) : queryReport(result))
} finally {
  const ended = once(server, 'exit')
  server.disconnect()
  await ended
}

async function startedOf(child: ChildProcess): Promise<ServerStarted> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The server ended while it was starting')
  })
  const [message] = await Promise.race([once(child, 'message'), ended])
  return message as ServerStarted
}

async function measure({
  port,
  keys,
  sealedEvents,
  sealingSeconds,
  yesterday,
}: ServerStarted): Promise<QueryResult> {
  const address = `http://127.0.0.1:${port}`
  const client = openClient()
  const rows: Row[] = []
  const sites = [
    { site: 'big', domain: BIG_SITE, siteId: 1, looks: LOOKS },
    {
      site: 'small',
      domain: SMALL_SITE,
      siteId: 8,
      looks: LOOKS.filter(({ period }) => period === '365 days'),
    },
  ].filter(({ site }) => values.only === undefined || site === values.only)
  try {
    const key = keys[BIG_SITE] ?? ''
    say('Comparing the answers …')
    const greatestDifference = await checkAnswers({ address, key, domain: BIG_SITE, siteId: 1 }, client)
    for (const { site, domain, siteId, looks } of sites) {
      const usual = looks.find(({ filters }) => filters === 'none')
      if (usual !== undefined) {
        say(`Warming up ${site} …`)
        const warmUp = () => loadHanki(address, keys[domain] ?? '', loadOf(domain, usual))
        await measureLoads(warmUp, WARM_UP_LOADS, MOST_SECONDS)
      }
      for (const look of looks) {
        say(`Measuring ${site}, ${look.period}, filters ${look.filters} …`)
        const load = loadOf(domain, look)
        const hanki = await measureLoads(
          () => loadHanki(address, keys[domain] ?? '', load),
          loads,
          MOST_SECONDS,
        )
        const plainLoad = () => loadPlain(client, plainLoadOf(siteId, look))
        const plain = await unlessTooLarge(measureLoads(plainLoad, Math.min(loads, 5), MOST_PLAIN_SECONDS))
        const { period, filters } = look
        const times = { first: hanki.first, all: hanki.all, plainFirst: plain?.first, plainAll: plain?.all }
        rows.push({ site, period, filters, ...times })
      }
    }
    const counted = await select<{ events: string }>(client, 'SELECT count() AS events FROM events')
    const big = await select<{ events: string }>(
      client,
      'SELECT count() AS events FROM events WHERE site_id = 1',
    )
    const sizes = await select<{ table: string; bytes: string }>(
      client,
      'SELECT table, sum(bytes_on_disk) AS bytes FROM system.parts WHERE database = currentDatabase() AND active GROUP BY table ORDER BY bytes DESC',
    )
    const bytesOf = (isPlain: boolean) =>
      Object.fromEntries(
        sizes.flatMap(({ table, bytes }) =>
          table.startsWith('plain_') === isPlain ? [[table, Number(bytes)]] : [],
        ),
      )
    return {
      events: Number(big[0]?.events),
      allEvents: Number(counted[0]?.events),
      smallSites,
      sealing: { events: sealedEvents, seconds: sealingSeconds },
      yesterday,
      tables: bytesOf(false),
      plainTables: bytesOf(true),
      greatestDifference,
      rows,
    }
  } finally {
    await client.close()
  }
}

/** The server's own database, past the server. */
function openClient(): ClickHouseClient {
  const connection = readConnection(directory)
  if (connection === undefined) throw new Error('The database is not running')
  return createClient({
    url: `http://127.0.0.1:${connection.port}`,
    username: 'hanki',
    password: connection.password,
    database: 'hanki',
    request_timeout: 300_000,
    log: { level: ClickHouseLogLevel.OFF },
    max_open_connections: 6,
  })
}

async function select<T>(client: ClickHouseClient, query: string): Promise<T[]> {
  return (await client.query({ query, format: 'JSONEachRow' })).json<T>()
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  console.error(`${name} must be a whole number`)
  process.exit(2)
}

function say(text: string): void {
  console.error(text)
}
