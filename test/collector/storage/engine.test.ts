import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { diagnoseCrash, diagnoseStart } from '../../../collector/storage/engine/diagnose.ts'
import type { EngineError } from '../../../collector/storage/engine/engine-error.ts'
import { type Engine, openEngine } from '../../../collector/storage/engine.ts'
import { migrate } from '../../../collector/storage/migrate.ts'
import { ENGINE_PROGRAM, TEST_MEMORY_BYTES } from '../../support/engine.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

async function open(dataDirectory: string, mode: 'start' | 'attach-or-start' = 'start'): Promise<Engine> {
  const engine = await openEngine({
    dataDirectory,
    program: ENGINE_PROGRAM,
    maxMemoryBytes: TEST_MEMORY_BYTES,
    mode,
  })
  onTestFinished(() => engine.close())
  return engine
}

async function select(engine: Engine, query: string): Promise<unknown[]> {
  return (await engine.client.query({ query, format: 'JSONEachRow' })).json()
}

/** Source: linux/sched.h. */
const SCHED_IDLE = 5

/** How the kernel schedules a thread: the 41st field of its file `stat`, counted behind its name. Source: proc(5). */
function policyOf(stat: string): number {
  return Number(readFileSync(stat, 'utf8').split(') ')[1]?.split(' ')[38])
}

describe('openEngine', () => {
  it('starts a server with the limits of a small host', async () => {
    const engine = await open(tempDirectory())
    const settings = "SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'"
    expect(await select(engine, settings)).toEqual([{ value: String(TEST_MEMORY_BYTES) }])
  })

  it('keeps its secrets from other users and out of the process list', async () => {
    const directory = tempDirectory()
    const engine = await open(directory)
    for (const file of ['config.xml', 'users.xml', 'connection.json']) {
      expect(statSync(join(directory, 'engine', file)).mode & 0o777).toBe(0o600)
    }
    expect(statSync(join(directory, 'engine')).mode & 0o777).toBe(0o700)
    const { password } = JSON.parse(readFileSync(join(directory, 'engine', 'connection.json'), 'utf8'))
    expect(readFileSync(`/proc/${engine.pid()}/cmdline`, 'utf8')).not.toContain(password)
  })

  it.runIf(existsSync('/proc/self/autogroup'))(
    'comes after all other programs while it is asked to, and after a crash only when it is asked again',
    async () => {
      const engine = await open(tempDirectory())
      const group = (): string => readFileSync(`/proc/${engine.pid()}/autogroup`, 'utf8')
      const asked = (toAll: boolean) => (): string => {
        engine.giveWay(toAll)
        return group()
      }
      expect(getPriority(engine.pid())).toBe(19)
      expect(group()).toMatch(/ nice 0$/m)
      await expect.poll(asked(true)).toMatch(/ nice 19$/m)
      await expect.poll(asked(false)).toMatch(/ nice 0$/m)
      await expect.poll(asked(true)).toMatch(/ nice 19$/m)
      process.kill(engine.pid() ?? 0, 'SIGKILL')
      const answers = async (): Promise<boolean> => (await engine.client.ping({ select: true })).success
      await expect.poll(answers, { timeout: 15_000 }).toBe(true)
      expect(group()).toMatch(/ nice 0$/m)
      await expect.poll(asked(true), { timeout: 15_000 }).toMatch(/ nice 19$/m)
    },
  )

  it.runIf(process.platform === 'linux')('runs only while nobody else wants the core', async () => {
    const engine = await open(tempDirectory())
    await select(engine, 'SELECT 1')
    const tasks = `/proc/${engine.pid()}/task`
    const handlers = readdirSync(tasks).filter(task =>
      readFileSync(join(tasks, task, 'comm'), 'utf8').startsWith('HTTPHandler'),
    )
    expect(handlers).not.toEqual([])
    expect(handlers.map(task => policyOf(join(tasks, task, 'stat')))).toEqual(handlers.map(() => SCHED_IDLE))
  })

  it('lets a stranger without the password read nothing', async () => {
    const directory = tempDirectory()
    await migrate((await open(directory)).client)
    const { port } = JSON.parse(readFileSync(join(directory, 'engine', 'connection.json'), 'utf8'))
    for (const query of [
      'SELECT * FROM hanki.migrations',
      "SELECT * FROM file('/etc/passwd', 'LineAsString')",
      'SHOW DATABASES',
    ]) {
      const answer = await fetch(`http://127.0.0.1:${port}/?query=${encodeURIComponent(query)}`)
      const text = await answer.text()
      expect([
        query,
        text.includes('root') || text.includes('create_events') || text.includes('hanki\n'),
      ]).toEqual([query, false])
    }
  })

  it('comes back after a crash, with everything that was stored', async () => {
    const engine = await open(tempDirectory())
    await engine.client.command({
      query: 'CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n SETTINGS fsync_after_insert = 1',
    })
    await engine.client.insert({ table: 'kept', values: [{ n: 7 }], format: 'JSONEachRow' })
    process.kill(engine.pid() ?? 0, 'SIGKILL')
    const again = () => select(engine, 'SELECT n FROM kept').catch(() => 'away')
    await expect.poll(again, { timeout: 15_000 }).toEqual([{ n: 7 }])
    expect(engine.restarts()).toBe(1)
  })

  it('lets a second program attach to it, and nobody start another on its directory', async () => {
    const directory = tempDirectory()
    const first = await open(directory)
    expect((await open(directory, 'attach-or-start')).kind).toBe('attached')
    await expect(open(directory)).rejects.toThrow(/Another Hanki is using/)
    expect(await select(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('refuses a database that a newer Hanki has migrated', async () => {
    const engine = await open(tempDirectory())
    await migrate(engine.client)
    await engine.client.insert({
      table: 'migrations',
      values: [{ number: 9_999, name: 'later' }],
      format: 'JSONEachRow',
    })
    await expect(migrate(engine.client)).rejects.toThrow(/newer version of Hanki/)
  })

  it('applies migrations once', async () => {
    const engine = await open(tempDirectory())
    const applied: string[] = []
    await migrate(engine.client, name => applied.push(name))
    await migrate(engine.client, name => applied.push(`again ${name}`))
    expect(applied[0]).toBe('create_events')
    expect(applied.filter(name => name.startsWith('again'))).toEqual([])
  })

  it('uses a server when its URL is set, and makes its database there', async () => {
    const directory = tempDirectory()
    await open(directory)
    const { port, password } = JSON.parse(readFileSync(join(directory, 'engine', 'connection.json'), 'utf8'))
    const server = await openEngine({
      dataDirectory: tempDirectory(),
      program: '',
      maxMemoryBytes: 0,
      mode: 'start',
      clickhouseUrl: `http://hanki:${password}@127.0.0.1:${port}/statistics`,
    })
    onTestFinished(() => server.close())
    await migrate(server.client)
    expect(server.kind).toBe('server')
    const tables =
      "SELECT count() AS count FROM system.tables WHERE database = 'statistics' AND name = 'events'"
    expect(await select(server, tables)).toEqual([{ count: 1 }])
  })

  it('says what to do when a server does not answer', async () => {
    const options = { dataDirectory: tempDirectory(), program: '', maxMemoryBytes: 0, mode: 'start' } as const
    const failure = openEngine({ ...options, clickhouseUrl: 'http://secret:words@127.0.0.1:1/hanki' })
    await expect(failure).rejects.toThrow(/does not answer/)
    await expect(failure).rejects.not.toThrow(/words/)
  })
})

describe('diagnoseStart', () => {
  it.each([
    ['Code: 76. DB::Exception: Cannot lock file /x/status.', 'locked'],
    ['filesystem error: No space left on device', 'disk_full'],
    ['DB::Exception: Permission denied', 'not_writable'],
    ['Net Exception: Address already in use: 127.0.0.1:1', 'port'],
    ['Illegal instruction', 'no_avx2'],
    ["Error: Cannot find module '@chdb/lib-darwin-x64'", 'platform'],
    ['something new', 'failed'],
  ])('%s means %s', (words, code) => {
    expect(diagnoseStart(words, null).code satisfies EngineError['code']).toBe(code)
  })
})

describe('diagnoseCrash', () => {
  it('names what ended a running database, and repeats none of its words', () => {
    const { code, message } = diagnoseCrash('<Error> in query: SELECT page FROM events', 'SIGKILL')
    expect([code, message]).toEqual(['crashed', 'The database ended by itself (SIGKILL).'])
    expect(diagnoseCrash('No space left on device', 'SIGABRT').code).toBe('disk_full')
  })
})
