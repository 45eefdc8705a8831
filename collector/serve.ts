import type { Server } from 'node:http'
import type { Hanki } from './hanki.ts'

/** How long requests in flight may take to finish when Hanki is stopped, ms. */
const CLOSE_GRACE_MS = 1_500
/** After this long Hanki ends whatever still hangs, ms; everything accepted is on disk. */
const LAST_RESORT_MS = 9_000

export interface ServeOptions {
  readonly hanki: Hanki
  readonly host: string
  readonly port: number
  /** Runs after everything is closed, before the process ends. */
  readonly onStopped?: () => void
}

/**
 * Listens, and stops on SIGINT, SIGTERM or SIGHUP: no new requests, accepted events stored, everything closed
 * in reverse order. A second signal ends the process at once; nothing accepted is lost by it.
 * Returns the port. Throws the system's error when the address cannot be had.
 */
export async function serve({ hanki, host, port, onStopped }: ServeOptions): Promise<number> {
  const { server } = hanki
  let stopping = false
  async function stop(): Promise<void> {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref()
    await closeServer(server)
    await hanki.close()
    onStopped?.()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('The server has no address'))
    })
  })
}

/** Where this machine reaches a server that listens on `host`; one that listens everywhere answers on loopback. */
export function localAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  const grace = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
  await closed
  clearTimeout(grace)
}
