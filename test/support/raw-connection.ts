import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection that remembers what came over it. */
export type RawConnection = Socket & { readonly text: () => string }

/** Connects to the server, from another address of loopback when one is given. Rejects when it cannot. */
export async function openRawConnection(address: string, localAddress?: string): Promise<RawConnection> {
  let text = ''
  const { port } = new URL(address)
  const socket = connect({ host: '127.0.0.1', port: Number(port), ...(localAddress && { localAddress }) })
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  await once(socket, 'connect')
  return Object.assign(socket, { text: () => text })
}
