import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ClientAddress } from '../ingest/request-facts.ts'
import { type EventAnswer, wentWrong } from './routes/event/answers.ts'
import type { TakeEvents } from './routes/event/take-events.ts'

export const EVENT_PATH = '/api/event'
/** Largest body that is read here: no more than node holds of a request that nobody reads. */
const MAX_PLAIN_BYTES = 16 * 1024
const NOTHING = Buffer.alloc(0)

/**
 * True for the request that nearly all are: a small event of a browser, whose length is told. It is taken as it comes from
 * node; the web's own kinds of request, body and answer, which the application works with, take it three times as long.
 */
export function isPlainEvent({ method, url, headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return (
    method === 'POST' &&
    url === EVENT_PATH &&
    length !== undefined &&
    Number(length) <= MAX_PLAIN_BYTES &&
    headers['transfer-encoding'] === undefined &&
    // Programs with a key pass the gate.
    headers.authorization === undefined
  )
}

/**
 * Calls `onBody` with the whole body: at once when it has come, as it mostly has with the head, since asking for it takes less
 * than waiting for a stream's events; never when the client goes away before.
 */
export function readPlainBody(request: IncomingMessage, onBody: (body: Uint8Array) => void): void {
  if (request.complete) {
    onBody(request.read() ?? NOTHING)
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => onBody(Buffer.concat(chunks)))
}

export interface PlainEventsDeps {
  readonly takeEvents: TakeEvents
  /** Told of faults that a request ran into; never of what the request held. */
  readonly onFault: (error: Error, route: string) => void
}

/** Takes a plain event and answers it; settles when that is done, whatever came of it. */
export function openPlainEvents({ takeEvents, onFault }: PlainEventsDeps) {
  return async (
    { headers }: IncomingMessage,
    response: ServerResponse,
    address: ClientAddress,
    body: Uint8Array,
  ): Promise<void> => {
    try {
      write(response, await takeEvents({ headers, address, body }))
    } catch (error) {
      onFault(error instanceof Error ? error : new Error(String(error)), EVENT_PATH)
      write(response, wentWrong())
    }
  }
}

function write(response: ServerResponse, answer: EventAnswer | undefined): void {
  if (answer === undefined) {
    response.destroy()
    return
  }
  const { status, headers, body } = answer
  response.writeHead(status, headers)
  response.write(body)
  // The answer is out by then. Ended now, it would go to the system as a list of two pieces, the second of them empty, which
  // takes it several microseconds longer.
  process.nextTick(end, response)
}

function end(response: ServerResponse): void {
  response.end()
}
