import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'

/** How the bench is run; the words of the command line. */
export interface BenchOptions {
  /** `--seconds`: length of one load, default 8. */
  readonly seconds: number
  /** `--rounds`: loads per server and shape, default 3. */
  readonly rounds: number
  /** `--connections`: of the load generator, default 64. */
  readonly connections: number
  /**
   * `--latency-connections`: of the load generator while latencies are measured, default 256: so many that one is always free
   * when a request is due. With 64 a short stall held requests back in the generator, which counted against the server.
   */
  readonly latencyConnections: number
  /** `--latency-seconds`: length of each measurement of latency, default 10. */
  readonly latencySeconds: number
  /** `--latency-rounds`: measurements of each latency, default 7: a disk that hangs for a moment spoils one of them. */
  readonly latencyRounds: number
  /** `--events`: how many events are stored at least before latencies are measured, default 1,000,000. */
  readonly events: number
  /** `--queries`: heavy queries in flight, default 20. */
  readonly queries: number
  /** `--rows`: longest answer of a query, default 100 as the dashboard asks; at most 10,000. */
  readonly rowsPerAnswer: number
  /** `--rest-seconds`: how long the idle server is watched at the end, default 30. */
  readonly restSeconds: number
  /** `--only`: servers to measure, separated by commas, default all; the words `bare`, `hono`, `hanki`. */
  readonly only: readonly string[]
  /** `--skip`: parts to leave out, separated by commas: `single`, `array`, `latency`, `rest`. */
  readonly skip: readonly string[]
  /** `--in`: where the throw-away data directory is made, default the system's; must be a disk. */
  readonly parentDirectory: string
  /** `--profile`: directory for a CPU profile of the collector, which makes it slower; absent: none. */
  readonly profileDirectory: string | undefined
  /** `--json`: one JSON object instead of a table. */
  readonly json: boolean
}

/** Reads the words of the command line. Throws for unknown words and for what is no number. */
export function parseOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: 'string', default: '8' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '64' },
      'latency-connections': { type: 'string', default: '256' },
      'latency-seconds': { type: 'string', default: '10' },
      'latency-rounds': { type: 'string', default: '7' },
      events: { type: 'string', default: '1000000' },
      queries: { type: 'string', default: '20' },
      rows: { type: 'string', default: '100' },
      'rest-seconds': { type: 'string', default: '30' },
      only: { type: 'string', default: 'bare,hono,hanki' },
      skip: { type: 'string', default: '' },
      in: { type: 'string', default: tmpdir() },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  return {
    seconds: positive('seconds', values.seconds),
    rounds: positive('rounds', values.rounds),
    connections: positive('connections', values.connections),
    latencyConnections: positive('latency-connections', values['latency-connections']),
    latencySeconds: positive('latency-seconds', values['latency-seconds']),
    latencyRounds: positive('latency-rounds', values['latency-rounds']),
    events: positive('events', values.events),
    queries: positive('queries', values.queries),
    rowsPerAnswer: positive('rows', values.rows),
    restSeconds: positive('rest-seconds', values['rest-seconds']),
    only: values.only.split(','),
    skip: values.skip.split(','),
    parentDirectory: values.in,
    profileDirectory: values.profile,
    json: values.json,
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0`)
  return value
}
