import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FuzzServer, startFuzzServer } from '../../scripts/fuzz/fuzz-server.ts'
import { runFuzz } from '../../scripts/fuzz/run-fuzz.ts'

const REQUESTS = 15_000

describe('fuzzing the way in', () => {
  let server: FuzzServer
  beforeAll(async () => {
    server = await startFuzzServer(join(import.meta.dirname, '../../dist/collector'))
  })
  afterAll(() => server.stop())

  it(`answers ${REQUESTS} requests of every wrong kind without a 5xx, a broken connection or a fault`, async () => {
    const { address, keys } = server
    const { requests, statuses, failures } = await runFuzz({ address, keys, seed: 7_391, requests: REQUESTS })
    expect(failures).toEqual([])
    expect(server.faults()).toEqual([])
    expect(requests).toBe(REQUESTS)
    // The requests are of both kinds: good enough to be taken, and bad in many ways.
    expect(statuses['202']).toBeGreaterThan(REQUESTS / 20)
    expect(statuses['400']).toBeGreaterThan(REQUESTS / 20)
    expect(statuses['413']).toBeGreaterThan(0)
    expect(statuses['401']).toBeGreaterThan(0)
  }, 120_000)
})
