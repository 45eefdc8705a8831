import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../collector/config.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import { TEST_MEMORY_BYTES } from './engine.ts'
import { createOwner } from './server.ts'

/** A whole Hanki in the test's own process, with an owner. */
export interface OwnServer {
  readonly hanki: Hanki
  readonly address: string
  /** The owner's session. */
  readonly cookie: string
  close(): Promise<void>
}

/** Opens it on a free port of loopback; `prepare` puts into its data directory what an earlier one left. */
export async function openOwnServer(
  prepare: (dataDirectory: string) => void = () => undefined,
): Promise<OwnServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'hanki-test-'))
  prepare(dataDirectory)
  const hanki = await openHanki({
    config: {
      ...loadConfig({}),
      dataDirectory,
      dayKeysFile: 'none',
      engineMemoryBytes: TEST_MEMORY_BYTES,
    },
    built: builtBeside(join(import.meta.dirname, '../../dist/collector')),
    log: openLog('error'),
    nowSeconds: () => Math.floor(Date.now() / 1_000),
    runtimeDirectory: undefined,
  })
  await new Promise<void>(resolve => hanki.server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(hanki.server.address() as AddressInfo).port}`
  const setupToken = (await hanki.createSetupLink()) ?? ''
  return {
    hanki,
    address,
    cookie: await createOwner({ address, setupToken }),
    async close() {
      await hanki.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
