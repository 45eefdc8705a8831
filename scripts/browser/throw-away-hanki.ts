import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../collector/config.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import type { Session } from './chromium.ts'

/** A whole Hanki in this process, for browsers on this machine; its data goes with it. */
export interface ThrowAwayHanki {
  readonly hanki: Hanki
  /** Such as `http://localhost:41234`, where passkeys work, too. */
  readonly address: string
  /** Makes the owner's account through the API; gives the session. Once. */
  createOwner(email: string): Promise<Owner>
  close(): Promise<void>
}

export interface Owner {
  readonly email: string
  readonly password: string
  readonly session: Session
  /** Asks the API as this owner's dashboard does; the body of the answer. Throws when it is no success. */
  call(method: string, path: string, body?: object): Promise<unknown>
}

export interface ThrowAwayOptions {
  /** Whole seconds since 1970; absent: the machine's clock. */
  readonly nowSeconds?: () => number
  readonly requiresSecondFactor?: boolean
}

/** Opens it on a free port of loopback. */
export async function openThrowAwayHanki(options: ThrowAwayOptions = {}): Promise<ThrowAwayHanki> {
  const { nowSeconds = () => Math.floor(Date.now() / 1_000), requiresSecondFactor = false } = options
  const directory = mkdtempSync(join(tmpdir(), 'hanki-browser-'))
  const hanki = await openHanki({
    config: {
      ...loadConfig({}),
      dataDirectory: directory,
      dayKeysFile: 'none',
      requiresSecondFactor,
    },
    built: builtBeside(import.meta.dirname),
    log: openLog('error'),
    nowSeconds,
    runtimeDirectory: undefined,
  })
  await new Promise<void>(resolve => hanki.server.listen(0, '127.0.0.1', resolve))
  const address = `http://localhost:${(hanki.server.address() as AddressInfo).port}`

  return {
    hanki,
    address,
    async createOwner(email) {
      const password = randomBytes(18).toString('base64url')
      const token = (await hanki.createSetupLink()) ?? ''
      const { answer } = await ask(address, '', 'POST', '/api/setup', { token, email, password })
      return { email, password, ...signedIn(address, answer) }
    },
    async close() {
      await hanki.close()
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** The session that an answer opens, and the API as its owner asks it. */
export function signedIn(address: string, answer: Response): Pick<Owner, 'session' | 'call'> {
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
  const [name = '', value = ''] = cookie.split('=')
  const { hostname } = new URL(address)
  return {
    session: {
      cookies: [
        {
          name,
          value,
          domain: hostname,
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: 'Lax',
        },
      ],
      origins: [],
    },
    call: async (method, path, body) => (await ask(address, cookie, method, path, body)).body,
  }
}

/** Asks the API with a cookie, which may be empty. Throws when the answer is no success. */
export async function ask(
  address: string,
  cookie: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly answer: Response; readonly body: unknown }> {
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: { cookie, origin: address, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`)
  return { answer, body: text === '' ? undefined : JSON.parse(text) }
}
