import { randomToken, tokenHash } from '../accounts/tokens.ts'

/** Things that wait for a browser to come back with its token, for a while, each once. */
export interface Tickets<T> {
  /** Keeps a thing for a browser of a network; its token is kept nowhere. */
  add(network: string, thing: T): string
  /** The thing of a token that is not over. */
  look(token: string): T | undefined
  /** The same, which then is over. */
  take(token: string): T | undefined
  readonly seconds: number
}

export interface TicketOptions {
  /** How long a thing is kept. */
  readonly seconds: number
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Things of one network; beyond it the network's own oldest goes, so that a flood pushes out nobody else. */
export const TICKETS_PER_NETWORK = 100
/** Things of all networks; about 10 MB. */
const MAX_TICKETS = 10_000

interface Ticket<T> {
  readonly thing: T
  readonly network: string
  readonly expiresAtSeconds: number
}

/** Tickets in memory: a restart forgets them, and people begin again. */
export function openTickets<T>({ seconds, nowSeconds }: TicketOptions): Tickets<T> {
  /** By hash of the token, the oldest first; all last equally long. */
  const tickets = new Map<string, Ticket<T>>()
  const networks = new Map<string, Set<string>>()

  function drop(hash: string): void {
    const { network } = tickets.get(hash) ?? { network: '' }
    tickets.delete(hash)
    const own = networks.get(network)
    own?.delete(hash)
    if (own?.size === 0) networks.delete(network)
  }

  function dropOld(): void {
    for (const [hash, { expiresAtSeconds }] of tickets) {
      if (expiresAtSeconds > nowSeconds() && tickets.size < MAX_TICKETS) return
      drop(hash)
    }
  }

  function look(token: string): T | undefined {
    const ticket = tickets.get(tokenHash(token))
    return ticket !== undefined && ticket.expiresAtSeconds > nowSeconds() ? ticket.thing : undefined
  }

  return {
    seconds,
    add(network, thing) {
      dropOld()
      const [oldest] = networks.get(network) ?? []
      const isFull = (networks.get(network)?.size ?? 0) >= TICKETS_PER_NETWORK
      if (isFull && oldest !== undefined) drop(oldest)
      const token = randomToken()
      const hash = tokenHash(token)
      tickets.set(hash, { thing, network, expiresAtSeconds: nowSeconds() + seconds })
      networks.set(network, (networks.get(network) ?? new Set<string>()).add(hash))
      return token
    },
    look,
    take(token) {
      const thing = look(token)
      drop(tokenHash(token))
      return thing
    },
  }
}
