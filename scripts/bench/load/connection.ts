import { connect } from 'node:net'
import { type Answer, parseAnswer } from './answer.ts'

/** A keep-alive connection that carries one request at a time. */
export interface Connection {
  /** Writes a whole request; the answer comes to `onAnswer`. */
  send(request: Buffer): void
  close(): void
}

export interface ConnectionListener {
  onAnswer(connection: Connection, answer: Answer): void
  /** The connection broke or said something that is no answer; the outcome of its request is unknown. */
  onFailure(error: Error): void
}

const READ_BYTES = 16_384

/** Connects to a port of loopback. Sockets read into one buffer of their own: a stream per answer would cost more than the answer. */
export function openConnection(port: number, listener: ConnectionListener): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let begun = ''
    let closing = false
    const buffer = Buffer.allocUnsafe(READ_BYTES)
    const socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback(bytes) {
          read(buffer.toString('latin1', 0, bytes))
          return true
        },
      },
    })
    const connection: Connection = {
      send: request => socket.write(request),
      close() {
        closing = true
        socket.destroy()
      },
    }

    function read(text: string): void {
      try {
        const answer = parseAnswer(begun === '' ? text : begun + text)
        begun = answer === undefined ? begun + text : ''
        if (answer !== undefined) listener.onAnswer(connection, answer)
      } catch (error) {
        fail(error instanceof Error ? error : new Error(String(error)))
      }
    }

    function fail(error: Error): void {
      if (closing) return
      connection.close()
      reject(error)
      listener.onFailure(error)
    }

    socket.once('connect', () => resolve(connection))
    socket.once('error', fail)
    socket.once('close', () => fail(new Error('The server closed a connection that was in use')))
  })
}
