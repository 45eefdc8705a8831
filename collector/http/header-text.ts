import type { IncomingHttpHeaders } from 'node:http'

/** A header's text, several of one name joined by commas; empty when it was not sent. */
export function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : (value?.join(', ') ?? '')
}
