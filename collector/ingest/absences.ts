import { constants, existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appendLine } from './journal/durable.ts'

/** A time in which Hanki did not run: whatever happened on the sites was not counted. Seconds since 1970. */
export interface Absence {
  readonly fromSecond: number
  readonly untilSecond: number
}

/** Remembers when Hanki was away, from a mark that says when it was last there. */
export interface Absences {
  /** The earliest first. */
  list(): readonly Absence[]
  /** Marks that Hanki is there, and notes when it was not; called at the start, regularly, and at the end. Throws the system's error when it cannot. */
  mark(): Promise<void>
}

/** A shorter time is a restart or an update, of which visitors notice little, seconds. */
const LEAST_SECONDS = 120

/** Its names in the data directory. They hold times and nothing else. */
export const MARK_FILE = 'last-seen'
export const ABSENCES_FILE = 'absences.jsonl'

/**
 * Reads the two files, and takes the time since the mark for an absence when it is long enough; `mark` notes it. A full disk
 * keeps nobody from starting: only what is read can fail this. Throws the system's error then.
 */
export async function openAbsences(directory: string, nowSeconds: () => number): Promise<Absences> {
  const markFile = join(directory, MARK_FILE)
  const file = join(directory, ABSENCES_FILE)
  const absences = [...(await readAbsences(file))]
  const [, seen = ''] = /^(\S+Z)\n$/.exec(await readIfThere(markFile)) ?? []
  const lastSeen = Math.floor(Date.parse(seen) / 1_000)
  const now = nowSeconds()
  // Without a mark, or with one that is torn or ahead of the clock, nothing is known.
  let unnoted = now - lastSeen >= LEAST_SECONDS ? { fromSecond: lastSeen, untilSecond: now } : undefined
  if (unnoted !== undefined) absences.push(unnoted)

  async function mark(): Promise<void> {
    if (unnoted !== undefined) {
      // Before the mark, which forgets it. Failed half-way, the line is read as none.
      const { fromSecond, untilSecond } = unnoted
      await appendLine(file, JSON.stringify({ from: toMoment(fromSecond), until: toMoment(untilSecond) }))
      unnoted = undefined
    }
    await overwrite(markFile, `${toMoment(nowSeconds())}\n`)
  }
  return { list: () => absences, mark }
}

/** In place: marks are equally long, and a file that is cut first may be empty after a power failure, when it is wanted most. */
async function overwrite(file: string, text: string): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT, 0o600)
  try {
    await handle.write(text, 0)
  } finally {
    await handle.close()
  }
}

async function readAbsences(file: string): Promise<readonly Absence[]> {
  const lines = (await readIfThere(file)).split('\n')
  return lines.flatMap(line => {
    const [, from = '', until = ''] = /^\{"from":"([^"]+)","until":"([^"]+)"\}$/.exec(line) ?? []
    const [fromSecond, untilSecond] = [Date.parse(from) / 1_000, Date.parse(until) / 1_000]
    return fromSecond < untilSecond ? [{ fromSecond, untilSecond }] : []
  })
}

async function readIfThere(file: string): Promise<string> {
  return existsSync(file) ? readFile(file, 'utf8') : ''
}

function toMoment(seconds: number): string {
  return new Date(seconds * 1_000).toISOString()
}
