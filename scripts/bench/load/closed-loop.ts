import { type Connection, openConnection } from './connection.ts'
import { type LoadResult, openTally } from './tally.ts'

export interface ClosedLoop {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly nextRequest: () => Buffer
  readonly eventsPerRequest: number
}

/** Every connection sends its next request as soon as the last one is answered: finds how much a server can take. */
export async function runClosedLoop(loop: ClosedLoop): Promise<LoadResult> {
  const tally = openTally(loop.eventsPerRequest)
  const sentAt = new Map<Connection, number>()
  const { promise, resolve, reject } = withResolvers()
  let deadline = 0
  const connections = await Promise.all(
    Array.from({ length: loop.connections }, () =>
      openConnection(loop.port, {
        onAnswer(connection, answer) {
          const now = performance.now()
          tally.add(answer, now - (sentAt.get(connection) ?? now))
          if (now < deadline) return send(connection, now)
          sentAt.delete(connection)
          if (sentAt.size === 0) resolve()
        },
        onFailure: reject,
      }),
    ),
  )

  function send(connection: Connection, now: number): void {
    sentAt.set(connection, now)
    connection.send(loop.nextRequest())
  }

  const startedAt = performance.now()
  deadline = startedAt + loop.seconds * 1_000
  try {
    for (const connection of connections) send(connection, performance.now())
    await promise
    return tally.result((performance.now() - startedAt) / 1_000)
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** Node 20 has no Promise.withResolvers. */
function withResolvers(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
