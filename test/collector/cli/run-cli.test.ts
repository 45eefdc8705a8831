import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDirectory } from '../../../collector/accounts/directory.ts'
import { tokenHash } from '../../../collector/accounts/tokens.ts'
import { newUser } from '../../../collector/accounts/users.ts'
import type { CliWorld } from '../../../collector/cli/command.ts'
import type { DoctorCheck } from '../../../collector/cli/doctor.ts'
import { readLines, writeNewFile } from '../../../collector/cli/files.ts'
import { COMMANDS, runCli } from '../../../collector/cli/run-cli.ts'
import { openLedgerCheck } from '../../../collector/core/identity/ledger-check.ts'
import type { SiteId } from '../../../collector/core/ids.ts'
import type { Passkey } from '../../../collector/core/ports.ts'
import { localDay } from '../../../collector/core/time/zone.ts'
import { openSmtp } from '../../../collector/mail/smtp.ts'
import { openSealer } from '../../../collector/sealing/sealer.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { openTestAudit } from '../../support/audit.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { anEvent } from '../../support/events.ts'
import { insertEvents } from '../../support/insert-events.ts'
import { openMailServer } from '../../support/mail-server.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const nowSeconds = (): number => Math.floor(Date.now() / 1_000)

const PASSKEY: Passkey = {
  credentialId: 'c1',
  publicKey: 'pQEC',
  signCount: 0,
  transports: [],
  name: 'Phone',
  createdAtSeconds: nowSeconds(),
  lastUsedOn: undefined,
}

describe('runCli', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await openTestEngine()
  })
  afterAll(() => engine.close())

  /** Runs a command line against the test's database. */
  async function hanki(line: string, changes: Partial<CliWorld> = {}) {
    const out: string[] = []
    const err: string[] = []
    let open = 0
    const code = await runCli(line === '' ? [] : line.split(' '), {
      out: text => out.push(text),
      err: text => err.push(text),
      address: 'https://stats.example.com',
      machineTimezone: 'Europe/Helsinki',
      nowSeconds,
      doctorChecks: [],
      writeFile: writeNewFile,
      readLines,
      mail: undefined,
      async openSealing() {
        open++
        const directory = await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
        const store = openSealStore(engine.client, () => performance.now())
        const options = { store, sites: directory.sites, nowSeconds, isStoredUntil: () => true }
        return {
          ...openTestAudit(engine.client),
          directory,
          sealer: await openSealer(options),
          async close() {
            open--
          },
        }
      },
      readLedger: async () => openLedgerCheck().result(),
      async openDirectory() {
        open++
        const directory = await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
        return {
          ...openTestAudit(engine.client),
          directory,
          async close() {
            open--
          },
        }
      },
      ...changes,
    })
    expect(open).toBe(0)
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  it('takes the audit log elsewhere, where it can still be checked', async () => {
    const file = join(tempDirectory(), 'audit.jsonl')
    const { audit } = openTestAudit(engine.client)
    await audit.note({ actor: { kind: 'unknown' }, action: 'goal_saved', subject: 'one\u2028line' })
    expect((await hanki(`audit export --to ${file}`)).out).toBe(`The audit log is in ${file}.`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = await hanki(`audit export --to ${file}`)
    expect(again).toMatchObject({ code: 1, err: `${file} is there already. Choose another name.` })
    const closed = { openDirectory: () => Promise.reject(new Error('no database')) }
    const verify = () => hanki(`audit verify --file ${file}`, closed)
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringMatching(/whole: 2 entries/) })
    writeFileSync(file, readFileSync(file, 'utf8').replace('one', 'two'))
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringMatching(/was changed/) })
    const nowhere = await hanki('audit verify --file /nowhere')
    expect(nowhere).toMatchObject({ code: 1, err: 'There is no file or directory /nowhere.' })
    expect((await hanki(`audit export --to ${file}.csv --format csv`)).code).toBe(0)
    expect(readFileSync(`${file}.csv`, 'utf8')).toMatch(/^number,at,.*\r\n1,.*goal_saved/)
    expect((await hanki(`audit export --to ${file}.x --format xml`)).code).toBe(2)
  })

  it('lists people, and makes links with which they choose a new password', async () => {
    const settings = openSettingsStore(engine.client)
    const directory = await openDirectory({ settings, nowSeconds })
    expect((await hanki('user list')).out).toBe('Nobody has an account yet.')
    expect(await hanki('user reset maija@example.fi')).toMatchObject({
      code: 1,
      err: 'There is no account of maija@example.fi. "hanki user list" shows all.',
    })
    const user = { ...newUser('maija@example.fi', 'hash', { isOperator: true }, nowSeconds()) }
    await settings.users.put({
      ...user,
      secondFactor: { totpSecret: undefined, passkeys: [PASSKEY], recoveryHashes: ['f00'] },
    })
    expect((await hanki('user list')).out).toMatch(/maija@example\.fi +operator +on +\d{4}-\d\d-\d\d$/)
    const { out } = await hanki('user reset Maija@Example.fi --second-factor')
    const token = /^https:\/\/stats\.example\.com\/reset#(\S{43})$/m.exec(out)?.[1] ?? ''
    await directory.refresh()
    expect(directory.userByPasskey('c1')).toBeUndefined()
    expect(directory.userByPasswordReset(tokenHash(token))?.email).toBe('maija@example.fi')
    expect((await hanki('user list')).out).toMatch(/ off /)
    expect((await hanki('audit verify')).code).toBe(0)
    const { audit } = openTestAudit(engine.client)
    await audit.note({ actor: { kind: 'unknown' }, action: 'goal_saved', subject: '\u001b[2Jgone' })
    expect((await hanki('audit list')).out).toMatch(/goal_saved +\uFFFD\[2Jgone/)
    expect((await hanki('audit list')).out).toMatch(/command line +password_reset_made +maija@example\.fi/)
    await settings.users.remove(user)
  })

  it('adds, lists and removes a site', async () => {
    expect((await hanki('site list')).out).toMatch(/No site is tracked yet/)
    expect(await hanki('site add https://www.Example.com/')).toEqual({
      code: 0,
      out: 'Tracking example.com, with days in the time zone Europe/Helsinki.',
      err: '',
    })
    expect((await hanki('site add shop.example --timezone europe/rome')).code).toBe(0)
    expect((await hanki('site list')).out).toMatch(
      /^domain +time zone +since\nexample\.com +Europe\/Helsinki +\d{4}-\d\d-\d\d\nshop\.example +Europe\/Rome/,
    )
    expect(JSON.parse((await hanki('site list --json')).out)).toMatchObject([
      { domain: 'example.com', timezone: 'Europe/Helsinki' },
      { domain: 'shop.example', timezone: 'Europe/Rome' },
    ])
    expect((await hanki('site remove shop.example')).code).toBe(0)
    expect((await hanki('site remove shop.example')).err).toBe(
      'There is no site shop.example. Tracked are: example.com.',
    )
    expect(await hanki('site add example.com')).toMatchObject({
      code: 1,
      err: 'The site example.com is tracked already.',
    })
  })

  it('makes a key for programs, lists its name and revokes it', async () => {
    const made = await hanki('key add --site example.com --scope stats:read,events:write --json')
    expect(made.code).toBe(0)
    const { key, ...rest }: { key: string } = JSON.parse(made.out)
    expect(key).toMatch(/^hanki_[\w-]{43}$/)
    expect(rest).toEqual({})
    const listed = await hanki('key list --json')
    expect(listed.out).not.toContain(key)
    const [entry]: { id: string }[] = JSON.parse(listed.out)
    expect(entry).toMatchObject({ site: 'example.com', scopes: ['stats:read', 'events:write'] })
    expect((await hanki(`key revoke ${entry?.id}`)).code).toBe(0)
    expect((await hanki(`key revoke ${entry?.id}`)).code).toBe(1)
    expect((await hanki('key list')).out).toMatch(/There are no keys/)
  })

  it('shows a key for people with a word of care', async () => {
    const made = await hanki('key add --site example.com --scope stats:read')
    expect(made.out).toMatch(/^hanki_[\w-]{43}\n\nKeep this key/)
  })

  it('prints a set-up link with the token in the fragment', async () => {
    const printed = await hanki('setup-link')
    expect(printed.code).toBe(0)
    expect(printed.out).toMatch(/^https:\/\/stats\.example\.com\/setup#[\w-]{43}\n/)
  })

  it.each<readonly [line: string, code: number, words: RegExp, why: string]>([
    ['sites', 2, /There is no command "sites"\. Commands are: site add/, 'an unknown word'],
    [
      'site',
      2,
      /There is no command "site"\. Commands are: site add, site list, site settings, site timezone, site rename, site reset, site remove\./,
      'half a command',
    ],
    ['site ad x', 2, /There is no command "site ad"/, 'a slip'],
    ['site add', 2, /DOMAIN is missing\. Type: hanki site add DOMAIN/, 'a missing word'],
    ['site add a.fi b.fi', 2, /"b\.fi" is one word too many/, 'a word too many'],
    ['site add a.fi --zone UTC', 2, /--zone.*Type: hanki site add/, 'an unknown option'],
    ['site add a.fi --timezone', 2, /--timezone.*Type: hanki site add/, 'an option without its value'],
    ['site add a.fi --timezone Mars/Olympus', 2, /time zone is unknown/, 'a bad value'],
    ['site add owner@a.fi', 2, /e-mail address/, 'a bad domain'],
    ['key add --site example.com', 2, /--scope is missing/, 'a missing option'],
    ['key add --scope stats:read', 2, /--site DOMAIN, or --all-sites/, 'a key for no site'],
    ['key add --scope stats:read --site example.com --all-sites', 2, /--site DOMAIN, or/, 'a key for both'],
    ['site rename example.com', 2, /NEW is missing/, 'no new domain'],
    ['key add --site example.com --scope all', 2, /There is no scope "all"/, 'a bad scope'],
    [
      'key add --site none.example --scope stats:read',
      1,
      /There is no site none\.example/,
      'an unknown site',
    ],
    ['key revoke nothing', 1, /There is no key nothing/, 'an unknown key'],
  ])('explains "%s"', async (line, code, words) => {
    const answer = await hanki(line)
    expect(answer.err).toMatch(words)
    expect(answer.err).not.toMatch(/\n\s+at /)
    expect(answer).toMatchObject({ code, out: '' })
  })

  it('says in one line, and as JSON when asked, that the database cannot be had', async () => {
    const broken = { openDirectory: () => Promise.reject(new Error('The disk is full. Free some space.')) }
    expect(await hanki('site list', broken)).toEqual({
      code: 1,
      out: '',
      err: 'The disk is full. Free some space.',
    })
    expect(JSON.parse((await hanki('site list --json', broken)).err)).toEqual({
      error: 'The disk is full. Free some space.',
    })
  })

  it('helps with everything and with each command, without opening the database', async () => {
    const closed = { openDirectory: () => Promise.reject(new Error('opened')) }
    const all = await hanki('--help', closed)
    for (const { words, summary } of COMMANDS) {
      expect(all.out).toContain(words)
      const one = await hanki(`${words} --help`, closed)
      expect(one).toMatchObject({ code: 0, err: '' })
      expect(one.out).toContain(summary)
    }
    expect((await hanki('', closed)).code).toBe(2)
  })

  it('sends a letter to see whether letters arrive', async () => {
    const mailServer = await openMailServer({ refusals: [550] })
    onTestFinished(() => mailServer.close())
    const { port } = mailServer
    const server = { host: '127.0.0.1', port, tls: 'none', login: undefined } as const
    const smtp = openSmtp({ server, from: 'hanki@example.com', ownName: 'stats.example.com' })
    const mail = { smtp, address: 'https://stats.example.com', server: `127.0.0.1:${port}` }
    expect(await hanki('mail test maija@example.fi')).toMatchObject({
      code: 1,
      err: 'Hanki is not set up to send letters. Set HANKI_MAIL_URL, HANKI_MAIL_FROM and HANKI_PUBLIC_URL.',
    })
    expect(await hanki('mail test maija', { mail })).toMatchObject({ code: 2 })
    expect(await hanki('mail test maija@example.fi', { mail })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/refuses an address/),
    })
    expect(await hanki('mail test Maija@example.fi', { mail })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^127\.0\.0\.1:\d+ has taken a letter to maija@example\.fi\./),
    })
    expect((await mailServer.latestTo('maija@example.fi')).text).toContain('https://stats.example.com')
  })

  it('seals days that are over, once, and again when told to', async () => {
    await hanki('site add sealed.example --timezone UTC')
    const directory = await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
    const site = directory.siteByDomain('sealed.example')
    // Not yesterday, which is not over for long enough in the first minutes of a day.
    const past = localDay(nowSeconds() - 2 * 86_400, 'UTC')
    await insertEvents(engine.client, [anEvent({ siteId: site?.id as SiteId, day: past })])
    expect(await hanki('seal --site sealed.example')).toMatchObject({
      code: 0,
      out: 'Sealed 1 day of sites with 1 events.',
    })
    expect((await hanki('seal')).out).toBe('There is nothing to seal.')
    expect(JSON.parse((await hanki(`seal --force --from ${past} --json`)).out)).toEqual({
      days: 1,
      events: 1,
    })
    expect(await hanki('seal --from yesterday')).toMatchObject({
      code: 2,
      err: '--from "yesterday" is no day. Write it as 2026-01-31.',
    })
    expect(await hanki('seal --from 2026-02-01 --to 2026-01-01')).toMatchObject({ code: 2 })
    expect((await hanki('seal --site nowhere.example')).err).toMatch(/There is no site nowhere.example/)
    await hanki('site remove sealed.example')
  })

  it('prints one line per check of the doctor and ends with 1 when one is not well', async () => {
    const checks: DoctorCheck[] = [
      { name: 'one', look: () => ({ ok: true, message: 'fine' }) },
      {
        name: 'second',
        look: () => {
          throw new Error('It is broken. Mend it.')
        },
      },
    ]
    expect(await hanki('doctor', { doctorChecks: checks })).toEqual({
      code: 1,
      out: 'ok    one     fine\nFAIL  second  It is broken. Mend it.',
      err: '',
    })
    expect(JSON.parse((await hanki('doctor --json', { doctorChecks: checks.slice(0, 1) })).out)).toEqual({
      ok: true,
      checks: [{ name: 'one', ok: true, message: 'fine' }],
    })
  })
})
