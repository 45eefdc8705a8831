import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { encodeHeader } from '../../collector/ingest/journal/format.ts'
import { startServer } from '../support/server.ts'
import { tempDirectory } from '../support/temp-directory.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/collector/main.js')

function run(env: Record<string, string>): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM], {
    env: { PATH: process.env['PATH'], HANKI_PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: status, output: stdout + stderr }
}

/** Processes that still run with this directory among their arguments. */
function processesOf(directory: string): string[] {
  const ids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return ids.filter(id => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(directory)
    } catch {
      // It ended meanwhile.
      return false
    }
  })
}

describe('a start that cannot succeed', () => {
  it('says which settings are wrong', () => {
    const { code, output } = run({ HANKI_PORT: 'x', HANKI_DATA: tempDirectory() })
    expect([code, output]).toEqual([1, expect.stringMatching(/HANKI_PORT: expected a whole number/)])
    expect(output).not.toMatch(/\n\s+at /)
  })

  it('says that the port is taken, and ends its database', async () => {
    const taken = createServer()
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const directory = tempDirectory()
    const { code, output } = run({ HANKI_PORT: port, HANKI_DATA: directory })
    expect([code, output]).toEqual([1, expect.stringMatching(/port is in use.*HANKI_PORT/)])
    expect(processesOf(directory)).toEqual([])
  })

  it('says that another Hanki uses the data directory', async () => {
    const server = await startServer()
    const { code, output } = run({ HANKI_DATA: server.dataDirectory })
    await server.stop()
    server.remove()
    expect([code, output]).toEqual([1, expect.stringMatching(/Another Hanki is using .*HANKI_DATA/)])
  })

  it('says that the data directory cannot be written', () => {
    const directory = tempDirectory()
    const file = join(directory, 'file')
    writeFileSync(file, '')
    const { code, output } = run({ HANKI_DATA: join(file, 'data') })
    expect([code, output]).toEqual([1, expect.stringMatching(/cannot be written.*HANKI_DATA/)])
  })

  it('says that a server is not reachable, without its password', () => {
    const { code, output } = run({
      HANKI_DATA: tempDirectory(),
      HANKI_CLICKHOUSE_URL: 'http://hanki:verysecret@127.0.0.1:9/hanki',
    })
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/ClickHouse server named by HANKI_CLICKHOUSE_URL/),
    ])
    expect(output).not.toContain('verysecret')
  })

  it('says that the journal is one of another version, and ends its database', () => {
    const directory = tempDirectory()
    mkdirSync(join(directory, 'journal'))
    const header = encodeHeader({ journalId: '7', firstSequence: 1 })
    header.writeUInt32LE(99, 8)
    header.writeUInt32LE(crc32(header.subarray(0, 32)), 32)
    // One without a record is no journal of anybody's.
    const segment = Buffer.concat([header, Buffer.alloc(1)])
    writeFileSync(join(directory, 'journal', '0000000000000001.seg'), segment)
    const { code, output } = run({ HANKI_DATA: directory })
    expect([code, output]).toEqual([1, expect.stringMatching(/written by another version of Hanki/)])
    expect(processesOf(directory)).toEqual([])
  })
})
