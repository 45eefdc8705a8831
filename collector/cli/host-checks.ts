import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseSiteTimezone } from '../accounts/site-timezone.ts'
import type { DoctorCheck, Finding } from './doctor.ts'

/** Oldest Node.js that Hanki is made for. */
const LEAST_NODE = [20, 19] as const
/** Less free space than this stops the database soon, bytes. */
const LEAST_FREE_BYTES = 1_000_000_000
/** No machine that runs this was set to an earlier time on purpose: 2026-01-01, seconds since 1970. */
const EARLIEST_SECONDS = 1_767_225_600

export interface HostFacts {
  readonly nodeVersion: string
  readonly platform: NodeJS.Platform
  readonly architecture: string
  readonly cpuInfoFile: string
  readonly dataDirectory: string
  readonly machineTimezone: string
  readonly nowSeconds: () => number
  /** False when a ClickHouse server is used and this processor need not run one. */
  readonly embedsEngine: boolean
}

/** Looks at the machine: Node.js, processor, data directory, disk and clock. */
export function hostChecks(facts: HostFacts): readonly DoctorCheck[] {
  return [
    { name: 'Node.js', look: () => checkNode(facts) },
    { name: 'processor', look: () => checkProcessor(facts) },
    { name: 'data directory', look: () => checkDataDirectory(facts) },
    { name: 'disk space', look: () => checkDiskSpace(facts) },
    { name: 'clock', look: () => checkClock(facts) },
  ]
}

function checkNode({ nodeVersion }: HostFacts): Finding {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number)
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  return {
    ok,
    message: ok
      ? nodeVersion
      : `${nodeVersion} is too old. Install Node.js ${LEAST_NODE.join('.')} or later.`,
  }
}

async function checkProcessor(facts: HostFacts): Promise<Finding> {
  if (!facts.embedsEngine) return { ok: true, message: 'not asked: a ClickHouse server is used' }
  if (facts.platform !== 'linux' || facts.architecture !== 'x64')
    return { ok: true, message: facts.architecture }
  const ok = /\bavx2\b/.test(await readFile(facts.cpuInfoFile, 'utf8'))
  return {
    ok,
    message: ok
      ? 'x64 with AVX2'
      : 'It lacks AVX2, which ClickHouse needs. Use another machine, or set HANKI_CLICKHOUSE_URL to a server.',
  }
}

async function checkDataDirectory({ dataDirectory }: HostFacts): Promise<Finding> {
  const stats = await stat(dataDirectory).catch(() => undefined)
  if (stats === undefined) {
    return { ok: true, message: `${dataDirectory} does not exist yet; "npm start" makes it` }
  }
  if (!stats.isDirectory()) {
    return { ok: false, message: `${dataDirectory} is no directory. Name another with HANKI_DATA.` }
  }
  const isWritable = await access(dataDirectory, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable) {
    return { ok: false, message: `${dataDirectory} cannot be written. Give this user write access to it.` }
  }
  const mode = (stats.mode & 0o777).toString(8).padStart(3, '0')
  if ((stats.mode & 0o007) !== 0) {
    return {
      ok: false,
      message: `${dataDirectory} is open to everybody (mode ${mode}). Run: chmod 700 ${dataDirectory}`,
    }
  }
  return { ok: true, message: `${dataDirectory} can be written (mode ${mode})` }
}

async function checkDiskSpace({ dataDirectory }: HostFacts): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestExisting(dataDirectory))
  const freeBytes = bavail * bsize
  const free = `${(freeBytes / 1e9).toFixed(1)} GB free`
  const ok = freeBytes >= LEAST_FREE_BYTES
  return {
    ok,
    message: ok
      ? free
      : `${free}. Free some space: below ${LEAST_FREE_BYTES / 1e9} GB the database stops soon.`,
  }
}

async function nearestExisting(path: string): Promise<string> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  )
  return exists || path === dirname(path) ? path : nearestExisting(dirname(path))
}

function checkClock({ machineTimezone, nowSeconds }: HostFacts): Finding {
  const now = new Date(nowSeconds() * 1_000).toISOString()
  if (nowSeconds() < EARLIEST_SECONDS) {
    return { ok: false, message: `It shows ${now}, which is past. Set the clock of this machine.` }
  }
  const timezone = parseSiteTimezone(machineTimezone)
  if (!timezone.ok) {
    return {
      ok: false,
      message: `The time zone of this machine is unknown. Set TZ to a name such as Europe/Helsinki.`,
    }
  }
  return { ok: true, message: `${now}, time zone ${timezone.value}` }
}
