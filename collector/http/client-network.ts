import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { TruncatedNetwork } from '../core/ids.ts'
import type { ClientAddressReader } from './client-address.ts'

/** The truncated network that a request came from; kept in memory for a while to slow down guessing, and nowhere else. */
export function clientNetwork(c: Context, readAddress: ClientAddressReader): TruncatedNetwork {
  const { incoming }: HttpBindings = c.env
  return readAddress.ofRequest(incoming.socket.remoteAddress, incoming.headers).network
}
