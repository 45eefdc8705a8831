import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends bytes as they are and reads until the server closes, or for so long, ms. */
export async function rawRequest(address: string, bytes: string, longestMs = 3_000): Promise<string> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('latin1').on('data', (text: string) => (answer += text))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.setTimeout(longestMs, () => socket.destroy())
  socket.write(bytes, 'latin1')
  if (!socket.closed) await once(socket, 'close')
  return answer
}

/** A whole request that asks for the connection to be closed. */
export function rawGet(path: string, headers: readonly string[] = []): string {
  return [`GET ${path} HTTP/1.1`, 'Host: stats.example', 'Connection: close', ...headers, '', ''].join('\r\n')
}
