import type { Server } from 'node:http'

/** Listens on a free port of loopback and tells the parent which; ends when the parent is gone. */
export function listenForParent(server: Server): void {
  process.on('disconnect', () => process.exit(0))
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.(address.port)
  })
}
