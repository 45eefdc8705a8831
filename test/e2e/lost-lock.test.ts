import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startServer } from '../support/server.ts'

describe('a collector whose data directory was taken while it was asleep', () => {
  it('says so and ends with a failure, and leaves the lock to the other', async () => {
    const server = await startServer()
    try {
      const ended = once(server.process, 'exit')
      writeFileSync(join(server.dataDirectory, 'hanki.lock'), 'another-container 1 1 id')
      const [code] = await ended
      expect(code).toBe(1)
      expect(server.output()).toContain('Another Hanki has taken the data directory')
    } finally {
      await server.stop()
      server.remove()
    }
  }, 60_000)
})
