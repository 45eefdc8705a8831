import { parseArgs } from 'node:util'
import { startFuzzServer } from './fuzz-server.ts'
import { runFuzz } from './run-fuzz.ts'

/**
 * `npm run fuzz`: a million requests of every wrong kind to a real collector, which must answer each in words and never
 * with 5xx. `--requests`, `--seed`, `--json`. Ends with 1 when it did not.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const requests = Number(values.requests)
const seed = Number(values.seed)
if (!Number.isSafeInteger(requests) || requests < 1 || !Number.isSafeInteger(seed)) {
  console.error('--requests and --seed must be whole numbers')
  process.exit(2)
}

const server = await startFuzzServer()
process.once('SIGINT', () => void server.stop().then(() => process.exit(130)))
const startedAt = performance.now()
try {
  const report = await runFuzz({
    address: server.address,
    keys: server.keys,
    seed,
    requests,
    onProgress: answered => console.error(`${answered} of ${requests} answered …`),
  })
  const faults = server.faults()
  const seconds = (performance.now() - startedAt) / 1_000
  if (values.json) console.log(JSON.stringify({ seed, seconds, faults, ...report }))
  else {
    console.log(`${report.requests} requests of seed ${seed} in ${Math.round(seconds)} s`)
    for (const [status, count] of Object.entries(report.statuses)) console.log(`  ${status}: ${count}`)
    for (const { number, status, request } of report.failures) {
      console.log(
        `Request ${number} was answered ${status}: ${request.path} ${JSON.stringify(request.headers)}`,
      )
      console.log(`  ${request.body?.toString('latin1').slice(0, 500) ?? ''}`)
    }
    for (const fault of faults) console.log(`The server reported: ${fault}`)
    const isGood = report.failures.length === 0 && faults.length === 0
    console.log(isGood ? 'No 5xx, no broken connection, no fault in the log.' : 'NOT ALL IS WELL.')
  }
  process.exitCode = report.failures.length === 0 && faults.length === 0 ? 0 : 1
} finally {
  await server.stop()
}
