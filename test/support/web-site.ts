import { createServer } from 'node:http'

export interface WebSite {
  /** Address of the site under one of the names that lead to this machine. */
  url(host: string, path?: string): string
  close(): Promise<void>
}

/** Somebody's web site: every path is a page with this head and body; `/missing` is none, and says so. */
export async function openWebSite(
  head: string,
  body = '<h1>A shop</h1>',
  headers: Readonly<Record<string, string>> = {},
): Promise<WebSite> {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/missing' ? 404 : 200
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><head><title>A shop</title>${head}</head><body>${body}</body></html>`,
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The web site has no address')
  return {
    url: (host, path = '/') => `http://${host}:${address.port}${path}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
