import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
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
    const { code, output } = run({ HANKI_PORT: port, HANKI_DATA: tempDirectory() })
    expect([code, output]).toEqual([1, expect.stringMatching(/port is in use.*HANKI_PORT/)])
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

  it('says that the journal is damaged', () => {
    const directory = tempDirectory()
    mkdirSync(join(directory, 'journal'))
    chmodSync(directory, 0o700)
    writeFileSync(join(directory, 'journal', 'cut.json'), '{"journalId":7}')
    const { code, output } = run({ HANKI_DATA: directory })
    expect([code, output]).toEqual([1, expect.stringMatching(/cut\.json is damaged/)])
  })
})
