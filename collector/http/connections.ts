import type { Socket } from 'node:net'
import type { TruncatedNetwork } from '../core/ids.ts'
import type { ClientAddressReader } from './client-address.ts'

/** The open connections, and the networks that may have none for a while. */
export interface Connections {
  /** A connection was opened; one of a shut-out network is closed before anything is read of it. */
  opened(socket: Socket): void
  /** Closes every direct connection of this one's network at once, and shuts the network out for a minute. */
  shutOut(socket: Socket): void
}

const SHUT_OUT_MS = 60_000
const MAX_NETWORKS = 10_000

/** Connections of trusted proxies carry everybody's requests: they are never closed. */
export function openConnections(readAddress: ClientAddressReader, nowMs: () => number): Connections {
  const sockets = new Set<Socket>()
  const shutUntilMs = new Map<TruncatedNetwork, number>()

  function directNetwork(socket: Socket): TruncatedNetwork | undefined {
    const { network, isDirect } = readAddress.ofRequest(socket.remoteAddress, {})
    return isDirect ? network : undefined
  }

  function isShutOut(network: TruncatedNetwork): boolean {
    const until = shutUntilMs.get(network)
    if (until === undefined) return false
    if (nowMs() < until) return true
    shutUntilMs.delete(network)
    return false
  }

  return {
    opened(socket) {
      // Node keeps it from now on; of a connection that was reset nobody could tell any more whose it was.
      void socket.remoteAddress
      if (shutUntilMs.size > 0) {
        const network = directNetwork(socket)
        if (network !== undefined && isShutOut(network)) {
          socket.destroy()
          return
        }
      }
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    },
    shutOut(socket) {
      const network = directNetwork(socket)
      if (network === undefined) return
      if (shutUntilMs.size >= MAX_NETWORKS) shutUntilMs.clear()
      shutUntilMs.set(network, nowMs() + SHUT_OUT_MS)
      for (const other of sockets) if (directNetwork(other) === network) other.destroy()
    },
  }
}
