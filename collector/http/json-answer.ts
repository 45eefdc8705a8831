import type { Context } from 'hono'

/**
 * JSON whose length is told: `compress` then leaves a short answer as it is. What a list of ten rows would save, a fraction of a
 * packet, costs a fifth of the time that the answer takes.
 */
export function jsonAnswer(c: Context, body: object): Response {
  const text = JSON.stringify(body)
  return c.body(text, 200, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  })
}
