import type { OidcProvider } from '../oidc/oidc-provider.ts'
import type { DoctorCheck, Finding } from './doctor.ts'
import type { CliMail } from './mail-command.ts'

/** How long the collector may take to answer, ms. */
const ANSWER_TIMEOUT_MS = 3_000

/** What the database says of itself. */
export interface EngineFacts {
  readonly version: string
  /** `embedded` when it was started for this look. */
  readonly kind: 'embedded' | 'attached' | 'server'
  /** Migrations that this version of Hanki has and the database lacks. */
  readonly missingMigrations: number
}

export interface ServiceFacts {
  /** Asks the database. Throws with what to do. */
  readonly askEngine: () => Promise<EngineFacts>
  /** Where the collector listens; undefined when any free port is taken. */
  readonly collectorAddress: string | undefined
  /** Undefined: no letters are sent, and no server is looked at. */
  readonly mail: CliMail | undefined
  /** Undefined: nobody signs in with a provider. */
  readonly oidc: CliOidc | undefined
}

/** The provider that people sign in with. */
export interface CliOidc {
  readonly provider: Pick<OidcProvider, 'check' | 'issuer'>
  /** Where it sends browsers back to. */
  readonly callbackUrl: string
}

/** Looks at what runs: the database, its tables, the collector, the mail server and the sign-in provider. */
export function serviceChecks({
  askEngine,
  collectorAddress,
  mail,
  oidc,
}: ServiceFacts): readonly DoctorCheck[] {
  let asked: Promise<EngineFacts> | undefined
  const engine = (): Promise<EngineFacts> => {
    asked ??= askEngine()
    return asked
  }
  return [
    // The collector first: a database that is started for the look below is not its own.
    { name: 'collector', look: () => checkCollector(collectorAddress) },
    { name: 'database', look: async () => describeEngine(await engine()) },
    { name: 'tables', look: async () => describeMigrations(await engine()) },
    ...(mail === undefined ? [] : [{ name: 'mail server', look: () => checkMail(mail) }]),
    ...(oidc === undefined ? [] : [{ name: 'sign-in provider', look: () => checkProvider(oidc) }]),
  ]
}

/** Sends nothing. What is wrong is thrown, in words. */
async function checkMail({ smtp, server }: CliMail): Promise<Finding> {
  await smtp.check()
  return { ok: true, message: `${server} answers and lets Hanki in` }
}

/** Nobody is signed in. What is wrong is thrown, in words. */
async function checkProvider({ provider, callbackUrl }: CliOidc): Promise<Finding> {
  await provider.check()
  return { ok: true, message: `${provider.issuer} answers; it must know the address ${callbackUrl}` }
}

async function checkCollector(address: string | undefined): Promise<Finding> {
  if (address === undefined)
    return { ok: true, message: 'not asked: HANKI_PORT is 0, so its port is not known' }
  try {
    const answer = await fetch(`${address}/api/health/ready`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    if (answer.ok) return { ok: true, message: `answers at ${address}` }
    if (answer.status === 503) {
      return { ok: false, message: `It runs at ${address}, but its database is away. Look at its log.` }
    }
    return {
      ok: false,
      message: `Something else answers at ${address}. Choose another port with HANKI_PORT.`,
    }
  } catch {
    return { ok: false, message: `It does not answer at ${address}. Start it with "npm start".` }
  }
}

function describeEngine({ version, kind }: EngineFacts): Finding {
  const where = {
    attached: 'of the running collector',
    embedded: 'started for this look',
    server: 'on a server',
  }[kind]
  return { ok: true, message: `ClickHouse ${version}, ${where}` }
}

function describeMigrations({ missingMigrations }: EngineFacts): Finding {
  return missingMigrations === 0
    ? { ok: true, message: 'up to date' }
    : {
        ok: false,
        message: `${missingMigrations} migrations are missing. Restart the collector: it applies them.`,
      }
}
