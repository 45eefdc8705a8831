import { type ClickHouseClient, createClient } from '@clickhouse/client'
import { ENGINE_USER } from './engine/config-files.ts'
import { readConnection } from './engine/connection-file.ts'
import { type EmbeddedOptions, startEmbedded } from './engine/embedded.ts'
import { EngineError } from './engine/engine-error.ts'

/** Database of the embedded engine, and of a server whose URL names none. */
const DEFAULT_DATABASE = 'hanki'

/** Below the server's keep-alive of 30 s (10 s on a stock server), so that a socket is never reused as it closes. */
const IDLE_SOCKET_TTL_MS = 2_500

const QUESTION_CONNECTIONS = 12
const INGEST_CONNECTIONS = 4

/** What an engine answers that is not this process's own. */
const UNSUPERVISED = { restarts: () => 0, pid: () => undefined, giveWay: () => undefined } as const

export interface EngineOptions extends EmbeddedOptions {
  /** `http://user:password@host:8123/database` of a server; absent for the embedded engine. */
  readonly clickhouseUrl?: string
  /** True: the database of a server is another collector's, and is not made where it is missing. Default false. */
  readonly isGuest?: boolean
  /** `start`: a new embedded engine. `attach-or-start`: the one that runs on this data directory, else a new one. */
  readonly mode: 'start' | 'attach-or-start'
}

/** The database, wherever it runs. */
export interface Engine {
  readonly client: ClickHouseClient
  /** Connections of their own for storing events, so that slow questions never keep them waiting. */
  readonly ingestClient: ClickHouseClient
  /** `embedded` when this process supervises it, `attached` when another does, `server` for a URL. */
  readonly kind: 'embedded' | 'attached' | 'server'
  /** Times the embedded engine was restarted; 0 for the others. */
  restarts(): number
  /** Process id of the embedded engine, for diagnosis. */
  pid(): number | undefined
  /** Lets the embedded engine come after every other program, or after none but the collector; nothing for the others. */
  giveWay(toAll: boolean): void
  close(): Promise<void>
}

/** Opens the database and makes sure it answers. Throws `EngineError` with what to do. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  if (options.clickhouseUrl !== undefined) return openServer(options.clickhouseUrl, options.isGuest ?? false)
  if (options.mode === 'attach-or-start') {
    const attached = await attach(options.dataDirectory)
    if (attached !== undefined) return attached
  }
  const embedded = await startEmbedded(options)
  const clients = embeddedClients(embedded.port, embedded.password)
  try {
    await createDatabase(clients.client)
  } catch (error) {
    await clients.close()
    await embedded.close()
    throw error
  }
  return {
    ...clients,
    kind: 'embedded',
    restarts: embedded.restarts,
    pid: embedded.pid,
    giveWay: embedded.giveWay,
    async close() {
      await clients.close()
      await embedded.close()
    },
  }
}

async function attach(dataDirectory: string): Promise<Engine | undefined> {
  const connection = readConnection(dataDirectory)
  if (connection === undefined) return undefined
  const clients = embeddedClients(connection.port, connection.password)
  // `select` needs the password too: another program may have taken the port meanwhile.
  const answer = await clients.client.ping({ select: true })
  if (!answer.success) {
    await clients.close()
    return undefined
  }
  return { ...clients, kind: 'attached', ...UNSUPERVISED }
}

async function openServer(url: string, isGuest: boolean): Promise<Engine> {
  const parsed = new URL(url)
  const database = parsed.pathname.replace(/^\/+|\/+$/g, '') || DEFAULT_DATABASE
  const username = decodeURIComponent(parsed.username) || 'default'
  const clients = openClients(parsed.origin, username, decodeURIComponent(parsed.password), database)
  const answer = await clients.client.ping()
  if (!answer.success) {
    await clients.close()
    throw new EngineError(
      'unreachable',
      'The ClickHouse server named by HANKI_CLICKHOUSE_URL does not answer. Check the address and that it runs.',
      { cause: answer.error },
    )
  }
  if (!isGuest) await createDatabase(clients.client, database)
  return { ...clients, kind: 'server', ...UNSUPERVISED }
}

async function createDatabase(client: ClickHouseClient, database = DEFAULT_DATABASE): Promise<void> {
  try {
    await client.command({
      query: 'CREATE DATABASE IF NOT EXISTS {database:Identifier}',
      query_params: { database },
      // The client's own database does not exist yet.
      http_headers: { 'X-ClickHouse-Database': 'system' },
    })
  } catch (cause) {
    throw new EngineError(
      'failed',
      'The database refused to create or open its tables. Check the user, the password and its rights.',
      { cause },
    )
  }
}

interface Clients extends Pick<Engine, 'client' | 'ingestClient'> {
  close(): Promise<void>
}

function embeddedClients(port: number, password: string): Clients {
  return openClients(`http://127.0.0.1:${port}`, ENGINE_USER, password, DEFAULT_DATABASE)
}

function openClients(url: string, username: string, password: string, database: string): Clients {
  const open = (connections: number): ClickHouseClient =>
    createClient({
      url,
      username,
      password,
      database,
      application: 'hanki',
      max_open_connections: connections,
      request_timeout: 60_000,
      keep_alive: { enabled: true, idle_socket_ttl: IDLE_SOCKET_TTL_MS },
      // Bodies and parameters may hold page names; the client must not log them.
      log: { LoggerClass: SilentLogger },
      clickhouse_settings: { fsync_metadata: 1, log_queries: 0, date_time_input_format: 'best_effort' },
    })
  const client = open(QUESTION_CONNECTIONS)
  const ingestClient = open(INGEST_CONNECTIONS)
  return {
    client,
    ingestClient,
    async close() {
      await client.close()
      await ingestClient.close()
    },
  }
}

class SilentLogger {
  trace(): void {}
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
}
