import { createServer } from 'node:http'
import { listenForParent } from './listen.ts'

/** Baseline: the least that a Node server can do with a request is to drain its body and answer. */
listenForParent(
  createServer((request, response) => {
    request.resume()
    request.once('end', () => {
      response.writeHead(202, { 'content-type': 'text/plain; charset=UTF-8', 'content-length': 2 })
      response.end('ok')
    })
  }),
)
