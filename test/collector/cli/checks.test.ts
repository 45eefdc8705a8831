import { chmodSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DoctorCheck, Finding } from '../../../collector/cli/doctor.ts'
import { type HostFacts, hostChecks } from '../../../collector/cli/host-checks.ts'
import { serviceChecks } from '../../../collector/cli/service-checks.ts'
import { openSmtp } from '../../../collector/mail/smtp.ts'
import { openOidcProvider } from '../../../collector/oidc/oidc-provider.ts'
import { openMailServer } from '../../support/mail-server.ts'
import { openTestProvider } from '../../support/oidc-provider.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const ENGINE = { version: '26.7.2', kind: 'attached', missingMigrations: 0 } as const

async function look(checks: readonly DoctorCheck[], name: string): Promise<Finding> {
  const check = checks.find(candidate => candidate.name === name)
  if (check === undefined) throw new Error(`no check ${name}`)
  return check.look()
}

function checksOf(changes: Partial<HostFacts>): readonly DoctorCheck[] {
  const directory = tempDirectory()
  const cpuInfoFile = join(directory, 'cpuinfo')
  writeFileSync(cpuInfoFile, 'flags\t\t: fpu sse4_2 avx avx2 bmi2\n')
  return hostChecks({
    nodeVersion: 'v20.20.0',
    platform: 'linux',
    architecture: 'x64',
    cpuInfoFile,
    dataDirectory: directory,
    machineTimezone: 'Europe/Helsinki',
    nowSeconds: () => 1_790_000_000,
    embedsEngine: true,
    ...changes,
  })
}

describe('hostChecks', () => {
  it('finds a good machine good', async () => {
    for (const check of checksOf({})) expect(await check.look()).toMatchObject({ ok: true })
  })

  it.each<readonly [name: string, changes: Partial<HostFacts>, words: RegExp]>([
    ['Node.js', { nodeVersion: 'v20.18.3' }, /too old\. Install Node\.js 20\.19 or later/],
    ['processor', { cpuInfoFile: import.meta.filename }, /lacks AVX2/],
    ['data directory', { dataDirectory: import.meta.filename }, /no directory/],
    ['clock', { nowSeconds: () => 1_000 }, /1970-01-01.*Set the clock/],
    ['clock', { machineTimezone: 'Etc/Unknown' }, /time zone of this machine is unknown/],
  ])('says what to do about %s, case %#', async (name, changes, words) => {
    const source = name === 'processor' ? { ...changes, cpuInfoFile: emptyFile() } : changes
    const finding = await look(checksOf(source), name)
    expect(finding.ok).toBe(false)
    expect(finding.message).toMatch(words)
  })

  it('does not ask for AVX2 where another machine runs the database', async () => {
    const checks = checksOf({ embedsEngine: false, cpuInfoFile: emptyFile() })
    expect((await look(checks, 'processor')).ok).toBe(true)
  })

  it('minds a data directory that everybody may read', async () => {
    const dataDirectory = tempDirectory()
    chmodSync(dataDirectory, 0o755)
    const finding = await look(checksOf({ dataDirectory }), 'data directory')
    expect(finding).toEqual({
      ok: false,
      message: `${dataDirectory} is open to everybody (mode 755). Run: chmod 700 ${dataDirectory}`,
    })
  })

  it('is content with a data directory that is not made yet', async () => {
    const checks = checksOf({ dataDirectory: join(tempDirectory(), 'not', 'yet') })
    expect((await look(checks, 'data directory')).ok).toBe(true)
    expect((await look(checks, 'disk space')).message).toMatch(/GB free/)
  })
})

describe('serviceChecks', () => {
  it.each<readonly [status: number, ok: boolean, words: RegExp]>([
    [200, true, /answers at/],
    [503, false, /database is away/],
    [404, false, /Something else/],
  ])('reads status %i of the collector', async (status, ok, words) => {
    const collectorAddress = await listen(status)
    const finding = await look(
      serviceChecks({ askEngine: async () => ENGINE, collectorAddress, mail: undefined, oidc: undefined }),
      'collector',
    )
    expect(finding.ok).toBe(ok)
    expect(finding.message).toMatch(words)
  })

  it('says how to start a collector that does not run', async () => {
    const checks = serviceChecks({
      askEngine: async () => ENGINE,
      collectorAddress: 'http://127.0.0.1:1',
      mail: undefined,
      oidc: undefined,
    })
    expect((await look(checks, 'collector')).message).toMatch(/Start it with "npm start"/)
  })

  it('asks the database once for its version and its tables', async () => {
    let asked = 0
    const askEngine = async () => {
      asked++
      return { ...ENGINE, missingMigrations: 2 }
    }
    const checks = serviceChecks({ askEngine, collectorAddress: undefined, mail: undefined, oidc: undefined })
    expect((await look(checks, 'database')).message).toBe('ClickHouse 26.7.2, of the running collector')
    expect(await look(checks, 'tables')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^2 migrations/),
    })
    expect(asked).toBe(1)
    // Where no letters are sent, there is no mail server to look at.
    expect(checks.map(({ name }) => name)).not.toContain('mail server')
  })

  it('looks whether the mail server answers and takes the password, and sends nothing', async () => {
    const mailServer = await openMailServer({ login: 'hanki:secret-word' })
    onTestFinished(() => mailServer.close())
    const checkWith = (port: number, password: string) => {
      const server = { host: '127.0.0.1', port, tls: 'none', login: { user: 'hanki', password } } as const
      const smtp = openSmtp({ server, from: 'hanki@example.com', ownName: 'stats.example.com' })
      const mail = { smtp, address: 'https://stats.example.com', server: `127.0.0.1:${port}` }
      const check = serviceChecks({
        askEngine: async () => ENGINE,
        collectorAddress: undefined,
        mail,
        oidc: undefined,
      })
      return look(check, 'mail server')
    }
    expect(await checkWith(mailServer.port, 'secret-word')).toEqual({
      ok: true,
      message: `127.0.0.1:${mailServer.port} answers and lets Hanki in`,
    })
    const refused = checkWith(mailServer.port, 'wrong-word')
    await expect(refused).rejects.toThrow(/refuses the name or the password in HANKI_MAIL_URL\.$/)
    await expect(refused).rejects.not.toThrow('wrong-word')
    expect(mailServer.letters).toEqual([])
  })

  it('looks whether the sign-in provider answers, and says what it must know', async () => {
    const callbackUrl = 'https://stats.example.com/api/oidc/callback'
    const remote = await openTestProvider({ callbackUrl })
    const checkWith = (issuer: string) => {
      const settings = { ...remote.settings, issuer }
      const provider = openOidcProvider({ settings, callbackUrl, nowMs: () => 0 })
      const checks = serviceChecks({
        askEngine: async () => ENGINE,
        collectorAddress: undefined,
        mail: undefined,
        oidc: { provider, callbackUrl },
      })
      return look(checks, 'sign-in provider')
    }
    expect(await checkWith(remote.issuer)).toEqual({
      ok: true,
      message: `${remote.issuer} answers; it must know the address ${callbackUrl}`,
    })
    await remote.close()
    await expect(checkWith(remote.issuer)).rejects.toThrow(/Check HANKI_OIDC_ISSUER/)
  })
})

function emptyFile(): string {
  const file = join(tempDirectory(), 'cpuinfo')
  writeFileSync(file, 'flags\t\t: fpu sse4_2 avx\n')
  return file
}

/** A server on loopback that answers everything with one status. */
function listen(status: number): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end('{}'))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    })
  })
}
