import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { SELF_SIGNED } from './certificate.ts'

/** A letter as the server got it. */
export interface ReceivedLetter {
  readonly from: string
  readonly to: readonly string[]
  /** Each on one line, in order; names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Decoded. */
  readonly text: string
  readonly wasEncrypted: boolean
}

/** A real SMTP server on loopback, for letters of tests. */
export interface TestMailServer {
  readonly port: number
  /** In the order in which they came. */
  readonly letters: readonly ReceivedLetter[]
  /** How often somebody connected. */
  connections(): number
  /** Names and passwords that were tried, as `name:password`, and whether they came through TLS. */
  readonly logins: readonly { readonly login: string; readonly wasEncrypted: boolean }[]
  /** The text of the latest letter to an address; waits for it. */
  latestTo(address: string): Promise<ReceivedLetter>
  close(): Promise<void>
}

export interface TestMailServerOptions {
  readonly tls?: 'implicit' | 'starttls' | 'none'
  /** `name:password` that it asks for; absent: nobody has to sign in. */
  readonly login?: string
  /** Answers to the first recipients, such as 450; absent or over: 250. */
  readonly refusals?: readonly number[]
  /** True: it says nothing to anybody. */
  readonly isSilent?: boolean
}

const PATIENCE_MS = 10_000

export async function openMailServer(options: TestMailServerOptions = {}): Promise<TestMailServer> {
  const { tls = 'none', login } = options
  const letters: ReceivedLetter[] = []
  const logins: { login: string; wasEncrypted: boolean }[] = []
  const refusals = [...(options.refusals ?? [])]
  let connections = 0
  const server = new SMTPServer({
    ...SELF_SIGNED,
    secure: tls === 'implicit',
    logger: false,
    closeTimeout: 100,
    disableReverseLookup: true,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(login === undefined ? ['AUTH'] : [])],
    onConnect(_session, callback) {
      connections++
      if (options.isSilent !== true) callback()
    },
    onAuth({ username = '', password = '' }, session, callback) {
      logins.push({ login: `${username}:${password}`, wasEncrypted: session.secure })
      if (`${username}:${password}` === login) callback(null, { user: username })
      else callback(new Error(`no: ${username} with ${password}`))
    },
    onRcptTo(_address, _session, callback) {
      const responseCode = refusals.shift()
      if (responseCode === undefined) callback()
      else callback(Object.assign(new Error('not now'), { responseCode }))
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          ...readLetter(Buffer.concat(pieces).toString('latin1')),
          wasEncrypted: session.secure,
        })
        callback()
      })
    },
  })
  // A client that does not trust the certificate ends the connection; that is its business.
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    logins,
    connections: () => connections,
    async latestTo(address) {
      const deadline = Date.now() + PATIENCE_MS
      for (;;) {
        const found = letters.findLast(({ to }) => to.includes(address))
        if (found !== undefined) return found
        if (Date.now() > deadline) throw new Error(`No letter to ${address} came`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** Reads a letter by RFC 5322, with the one encoding that Hanki uses (RFC 2045, 6.7). `raw` is bytes as Latin-1. */
function readLetter(raw: string): Pick<ReceivedLetter, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(line => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    })
  const encoding = headers.find(([name]) => name === 'content-transfer-encoding')?.[1]
  const body = raw.slice(end + 4)
  if (encoding === '7bit') return { headers, text: body.replaceAll('\r\n', '\n') }
  if (encoding !== 'quoted-printable') throw new Error(`a letter in ${encoding}`)
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { headers, text: Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n') }
}
