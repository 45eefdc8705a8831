import { join } from 'node:path'
import { openAuditLog } from './accounts/audit-log.ts'
import { openDirectory } from './accounts/directory.ts'
import { readAddress } from './address-file.ts'
import type { OpenedDirectory, OpenedSealing } from './cli/command.ts'
import { readLines, writeNewFile } from './cli/files.ts'
import { hostChecks } from './cli/host-checks.ts'
import type { CliMail } from './cli/mail-command.ts'
import { runCli } from './cli/run-cli.ts'
import { type CliOidc, type EngineFacts, serviceChecks } from './cli/service-checks.ts'
import { type Config, loadConfig } from './config.ts'
import { LEDGER_FILE, readLedger } from './ingest/identity/key-ledger.ts'
import { openSmtp } from './mail/smtp.ts'
import { openOidcProvider } from './oidc/oidc-provider.ts'
import { callbackUrl } from './public-address.ts'
import { openSealer } from './sealing/sealer.ts'
import { localAddress } from './serve.ts'
import { type Engine, openEngine } from './storage/engine.ts'
import { appliedMigrations, MIGRATIONS, migrate } from './storage/migrate.ts'
import { openSealStore } from './storage/sealing/seal-store.ts'
import { openAuditStore } from './storage/settings/audit-store.ts'
import { openSettingsStore } from './storage/settings/settings-store.ts'

/** A start that takes longer is announced, ms. */
const PROGRESS_AFTER_MS = 2_000

const nowSeconds = (): number => Math.floor(Date.now() / 1_000)

try {
  process.exitCode = await run(loadConfig(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function run(config: Config): Promise<0 | 1 | 2> {
  const machineTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone
  // What a running collector left; its port may have come from another environment than ours.
  const running = readAddress(config.dataDirectory)
  const ownAddress = running?.local ?? localAddress(config.host, config.port)
  const mail = mailOf(config)
  return runCli(process.argv.slice(2), {
    out: line => console.log(line),
    err: line => console.error(line),
    address: running?.browser ?? (config.publicUrl ?? ownAddress) + config.basePath,
    machineTimezone,
    nowSeconds,
    openDirectory: () => openAccounts(config),
    openSealing: () => openSealing(config),
    readLedger: () => readLedger(join(config.dataDirectory, LEDGER_FILE)),
    writeFile: writeNewFile,
    readLines,
    mail,
    doctorChecks: [
      ...hostChecks({
        nodeVersion: process.version,
        platform: process.platform,
        architecture: process.arch,
        cpuInfoFile: '/proc/cpuinfo',
        dataDirectory: config.dataDirectory,
        machineTimezone,
        nowSeconds,
        embedsEngine: config.clickhouseUrl === undefined,
      }),
      ...serviceChecks({
        askEngine: () => askEngine(config),
        collectorAddress: running === undefined && config.port === 0 ? undefined : ownAddress,
        mail,
        oidc: oidcOf(config),
      }),
    ],
  })
}

/** Opens no connection. */
function mailOf({ mail, publicUrl, basePath }: Config): CliMail | undefined {
  if (mail === undefined || publicUrl === undefined) return undefined
  const { server, from } = mail
  return {
    smtp: openSmtp({ server, from, ownName: new URL(publicUrl).hostname }),
    address: publicUrl + basePath,
    server: `${server.host}:${server.port}`,
  }
}

/** Asks nothing. */
function oidcOf(config: Config): CliOidc | undefined {
  if (config.oidc === undefined) return undefined
  const options = { settings: config.oidc, callbackUrl: callbackUrl(config), nowMs: () => performance.now() }
  return { provider: openOidcProvider(options), callbackUrl: options.callbackUrl }
}

async function openAccounts(config: Config): Promise<OpenedDirectory & { readonly engine: Engine }> {
  if (config.role === 'collect') {
    throw new Error(
      'This machine only collects (HANKI_ROLE=collect). Run this command where the control collector runs.',
    )
  }
  const engine = await openCliEngine(config)
  try {
    await migrateUnlessRunning(engine)
    const auditStore = openAuditStore(engine.client)
    return {
      engine,
      audit: openAuditLog({ store: auditStore, nowSeconds, keepDays: config.auditDays }),
      auditStore,
      directory: await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds }),
      close: () => engine.close(),
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

async function openSealing(config: Config): Promise<OpenedSealing> {
  const { engine, close, ...accounts } = await openAccounts(config)
  try {
    const sealer = await openSealer({
      store: openSealStore(engine.client, () => performance.now()),
      sites: accounts.directory.sites,
      nowSeconds,
      // A collector that still has events of a day seals that day again.
      isStoredUntil: () => true,
    })
    return { ...accounts, sealer, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function askEngine(config: Config): Promise<EngineFacts> {
  const engine = await openCliEngine(config)
  try {
    if (config.role === 'control') await migrateUnlessRunning(engine)
    const applied = new Set(await appliedMigrations(engine.client))
    const answer = await engine.client.query({ query: 'SELECT version() AS version', format: 'JSONEachRow' })
    const [row] = await answer.json<{ version: string }>()
    if (row === undefined) throw new Error('The database does not tell its version.')
    return {
      version: row.version,
      kind: engine.kind,
      missingMigrations: MIGRATIONS.filter(({ number }) => !applied.has(number)).length,
    }
  } finally {
    await engine.close()
  }
}

/** A running collector migrated its database itself; its version decides. */
async function migrateUnlessRunning(engine: Engine): Promise<void> {
  if (engine.kind !== 'attached') await migrate(engine.client)
}

/** The database of the running collector, else one of our own, which locks the data directory meanwhile. */
async function openCliEngine(config: Config): Promise<Engine> {
  const progress = setTimeout(() => console.error('Starting the database …'), PROGRESS_AFTER_MS)
  try {
    return await openEngine({
      dataDirectory: config.dataDirectory,
      program: join(import.meta.dirname, 'engine.js'),
      maxMemoryBytes: config.engineMemoryBytes,
      mode: 'attach-or-start',
      isGuest: config.role === 'collect',
      ...(config.clickhouseUrl === undefined ? {} : { clickhouseUrl: config.clickhouseUrl }),
    })
  } finally {
    clearTimeout(progress)
  }
}
