import { parseArgs } from 'node:util'
import { FAULTS } from './faults.ts'
import { crashTable, isSound, type MissingRow, type Row } from './row.ts'
import { openFaultRunner } from './run-faults.ts'

/**
 * `npm run test:chaos`: every fault at full length, about half an hour. Progress goes to standard error, the table
 * to standard output; status 1 when anything was lost, doubled or otherwise wrong.
 */
const USAGE = `npm run test:chaos -- [--only NAME]… [--seed N] [--scale X] [--json]
  --only NAME  this fault alone: ${FAULTS.map(({ name }) => name).join(', ')}
  --seed N     repeats the random moments of an earlier run
  --scale X    length of the run, 1 for half an hour
  --json       the rows as JSON instead of a table`

const HOUR_MS = 3_600_000

const options = readOptions()
console.error(`seed ${options.seed}`)
const runner = openFaultRunner({
  length: 'long',
  seed: options.seed,
  scale: options.scale,
  limitMs: HOUR_MS,
  progress: words => console.error(`${new Date().toISOString().slice(11, 19)} ${words}`),
})
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => void runner.close().finally(() => process.exit(130)))
}

const rows: (Row | MissingRow)[] = []
try {
  for (const fault of options.faults) {
    console.error(`${fault.name}: ${fault.words}`)
    const row = await runner.run(fault)
    console.error(crashTable([row]))
    rows.push(row)
  }
} finally {
  await runner.close()
}
console.log(options.json ? JSON.stringify({ seed: options.seed, rows }, null, 2) : crashTable(rows))
process.exitCode = rows.every(isSound) ? 0 : 1

function readOptions() {
  try {
    return parseOptions()
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    process.exit(2)
  }
}

/** Throws with words about an option that does not exist or has no such value. */
function parseOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      scale: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  const [seed, scale] = [Number(values.seed), Number(values.scale)]
  if (!Number.isSafeInteger(seed)) throw new Error('--seed must be a whole number')
  if (!(scale > 0)) throw new Error('--scale must be a number above 0')
  const unknown = values.only.find(name => !FAULTS.some(fault => fault.name === name))
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}`)
  const faults = FAULTS.filter(({ name }) => values.only.length === 0 || values.only.includes(name))
  return { seed, scale, faults, json: values.json }
}
