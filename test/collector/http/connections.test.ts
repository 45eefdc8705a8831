import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientAddressReader } from '../../../collector/http/client-address.ts'
import { openConnections } from '../../../collector/http/connections.ts'

describe('openConnections', () => {
  it('keeps whose a connection was when it is reset, so that its event is nobody else’s', async () => {
    const readAddress = clientAddressReader({ trustedProxies: [], addressHeader: undefined })
    const connections = openConnections(readAddress, () => 0)
    const server = createServer(connections.opened).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const accepted = once(server, 'connection')
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const [socket] = (await accepted) as [Socket]
    const ended = new Promise(resolve => socket.once('error', resolve).once('close', resolve))
    client.resetAndDestroy()
    await ended
    expect(readAddress.ofRequest(socket.remoteAddress, {}).network).toBe('127.0.0.0')
    server.close()
  })
})
