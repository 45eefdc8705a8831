/** One answer of a server, checked to be whole. */
export interface Answer {
  readonly status: number
  /** The server says in a header that it did not count the event. */
  readonly dropped: boolean
  readonly body: string
}

const HEAD_END = '\r\n\r\n'

/**
 * Reads one HTTP/1.1 answer; undefined while a part of it is missing. `text` is Latin-1, so that characters are
 * bytes. Throws for anything but exactly one answer with a content-length: whoever counts must not guess.
 */
export function parseAnswer(text: string): Answer | undefined {
  const headEnd = text.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const head = text.slice(0, headEnd)
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (status === undefined || length === undefined) throw new Error(`Not an answer with a length: ${head}`)
  const bodyStart = headEnd + HEAD_END.length
  const end = bodyStart + Number(length)
  if (text.length < end) return undefined
  if (text.length > end) throw new Error('The server sent more than one answer to a request')
  return {
    status: Number(status),
    dropped: head.includes('\r\nx-hanki-dropped'),
    body: text.slice(bodyStart),
  }
}

/** Events of a request of `sent` events that the answer says are taken; an array is answered event by event. */
export function acknowledged({ status, dropped, body }: Answer, sent: number): number {
  if (status !== 202 || dropped) return 0
  return body.startsWith('[') ? body.split('"stored"').length - 1 : sent
}
