import type { Day } from '../core/ids.ts'
import type { Site } from '../core/ports.ts'
import { isDay } from '../core/time/calendar.ts'
import type { SealProgress, SealReport } from '../sealing/sealer.ts'
import { type CliWorld, type Command, UsageError } from './command.ts'
import { findSite } from './site-commands.ts'

/** How often progress is told, ms. */
const PROGRESS_MS = 1_000

/** `seal`. */
export const seal: Command = {
  words: 'seal',
  parameters: '[--site DOMAIN] [--from DAY] [--to DAY] [--force]',
  summary: 'Compute the exact figures of days that are over, so that they are answered at once.',
  details: [
    'Hanki does this by itself a few minutes after midnight. Use it after an import, or to be sure.',
    '--site DOMAIN  this site only',
    '--from DAY     days since this one, such as 2026-01-31',
    '--to DAY       days until this one',
    '--force        days that are sealed already, too',
  ],
  positionals: [],
  options: {
    site: { required: false },
    from: { required: false },
    to: { required: false },
    force: { required: false, isFlag: true },
  },
  async run(world, { options }) {
    const from = readDay('--from', options['from'])
    const to = readDay('--to', options['to'])
    if (from !== undefined && to !== undefined && from > to) {
      throw new UsageError(`--from ${from} is after --to ${to}. Swap the two.`)
    }
    const opened = await world.openSealing()
    try {
      const sites = sitesOf(options['site'], opened.directory)
      const range = { sites: sites.map(({ id }) => id), from, to }
      const progress = { onProgress: progressTo(world) }
      const report =
        options['force'] === undefined
          ? await opened.sealer.sealDue({ ...progress, only: range })
          : await opened.sealer.sealAgain(range, progress)
      return { lines: [inWords(report)], json: report }
    } finally {
      await opened.close()
    }
  },
}

function sitesOf(domain: string | undefined, directory: Parameters<typeof findSite>[0]): readonly Site[] {
  return domain === undefined ? directory.sites() : [findSite(directory, domain)]
}

function readDay(option: string, text: string | undefined): Day | undefined {
  if (text === undefined || isDay(text)) return text
  throw new UsageError(`${option} ${JSON.stringify(text)} is no day. Write it as 2026-01-31.`)
}

/** One line a second: how far, and how much longer at this pace. */
function progressTo(world: Pick<CliWorld, 'err'>): (progress: SealProgress) => void {
  const startedAt = performance.now()
  let toldAt = startedAt
  return ({ events, ofEvents, day }) => {
    const now = performance.now()
    if (now - toldAt < PROGRESS_MS) return
    toldAt = now
    const left = ((now - startedAt) / events) * (ofEvents - events)
    world.err(
      `${day}: ${events} of ${ofEvents} events (${Math.floor((100 * events) / ofEvents)} %), about ${Math.ceil(left / 1_000)} s more …`,
    )
  }
}

function inWords({ days, events }: SealReport): string {
  if (days === 0) return 'There is nothing to seal.'
  return `Sealed ${days} ${days === 1 ? 'day' : 'days'} of sites with ${events} events.`
}
