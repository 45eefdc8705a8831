import { randomInt } from 'node:crypto'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Lets who floods wait for its refusals, so that it sends less: answering each at once would cost more than counting it. */
export interface Tarpit {
  /** Settles when the refusal of a request of this connection may be sent. */
  hold(socket: Socket, isDirect: boolean): Promise<void>
  /** True while a refusal waits on this direct connection. */
  isHeld(socket: Socket): boolean
}

/** How long a refusal waits, ms; each for another time, so that what was refused together does not come back together. */
const LEAST_HOLD_MS = 500
const MOST_HOLD_MS = 1_500

/** Most refusals that wait at once: of direct connections, and of proxies, whose connections are not without end. */
const MAX_DIRECT = 2_000
const MAX_PROXIED = 500

export function openTarpit(): Tarpit {
  const held = new Set<Socket>()
  let proxied = 0
  return {
    async hold(socket, isDirect) {
      if (isDirect) {
        if (held.size >= MAX_DIRECT) return
        held.add(socket)
        await sleep(holdMs())
        held.delete(socket)
        return
      }
      if (proxied >= MAX_PROXIED) return
      proxied++
      await sleep(holdMs())
      proxied--
    },
    isHeld: socket => held.has(socket),
  }
}

function holdMs(): number {
  return randomInt(LEAST_HOLD_MS, MOST_HOLD_MS)
}
