import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiKey } from '../../collector/accounts/api-keys.ts'
import { loadConfig } from '../../collector/config.ts'
import { builtBeside, openHanki } from '../../collector/hanki.ts'
import type { Log } from '../../collector/log.ts'

/** A collector to be fuzzed, in this process: what nobody catches ends it all. */
export interface FuzzServer {
  readonly address: string
  /** API keys of the site, for each scope that sends events. */
  readonly keys: readonly string[]
  /** What it has logged as an error. */
  faults(): readonly string[]
  stop(): Promise<void>
}

const DOMAINS = ['example.com', 'other.example']
const SCOPES = [['events:write'], ['events:import'], ['events:write', 'events:import']] as const

/** `builtIn`: the directory of the built programs. */
export async function startFuzzServer(builtIn = import.meta.dirname): Promise<FuzzServer> {
  const directory = mkdtempSync(join(tmpdir(), 'hanki-fuzz-'))
  const faults: string[] = []
  const quiet = (): void => undefined
  const log: Log = {
    info: quiet,
    warn: quiet,
    error: (record: object, message: string) => void faults.push(`${message} ${JSON.stringify(record)}`),
  }
  const nowSeconds = (): number => Math.floor(Date.now() / 1_000)
  const hanki = await openHanki({
    config: {
      ...loadConfig({ HANKI_NETWORK_RATE: '1000000', HANKI_SITE_RATE: '1000000' }),
      dataDirectory: directory,
      dayKeysFile: 'none',
    },
    built: builtBeside(builtIn),
    log,
    nowSeconds,
    runtimeDirectory: undefined,
  })
  const { directory: accounts } = hanki
  for (const domain of DOMAINS) await accounts.addSite({ domain, timezone: 'Europe/Helsinki' })
  const site = accounts.siteByDomain('example.com')
  if (site === undefined) throw new Error('The site to be fuzzed is missing')
  const keys = await Promise.all(
    SCOPES.map(async scopes => (await createApiKey({ directory: accounts, nowSeconds }, site, scopes)).key),
  )
  const { server } = hanki
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    address: `http://127.0.0.1:${address.port}`,
    keys,
    faults: () => faults,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await hanki.close()
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
