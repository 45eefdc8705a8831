import { removeAddress, writeAddress } from './address-file.ts'
import { loadConfig } from './config.ts'
import { builtBeside, type Hanki, openHanki } from './hanki.ts'
import { letHeapGrow } from './heap.ts'
import { openLog } from './log.ts'
import { localAddress, serve } from './serve.ts'
import { explainStartFailure } from './start-failure.ts'
import { steadyClock } from './steady-clock.ts'

letHeapGrow()
let hanki: Hanki | undefined
try {
  await start()
} catch (error) {
  console.error(explainStartFailure(error))
  await hanki?.close()
  process.exit(1)
}

async function start(): Promise<void> {
  const config = loadConfig(process.env)
  const progress = setInterval(() => console.log('Starting the database …'), 2_000)
  try {
    hanki = await openHanki({
      config,
      built: builtBeside(import.meta.dirname),
      log: openLog(config.logLevel),
      nowSeconds: steadyClock(),
      runtimeDirectory: process.env['XDG_RUNTIME_DIR'],
    })
  } finally {
    clearInterval(progress)
  }
  const onStopped = (): void => removeAddress(config.dataDirectory)
  const port = await serve({ hanki, host: config.host, port: config.port, onStopped })
  const local = localAddress(config.host, port)
  const address = (config.publicUrl ?? local) + config.basePath
  writeAddress(config.dataDirectory, { browser: address, local })
  console.log(`Hanki is running at ${address}`)
  if (config.role === 'collect') {
    console.log('It only takes events and answers questions; the control collector does the rest.')
  }
  if (config.allowsPlainHttp) {
    console.warn(
      'HANKI_INSECURE_PLAIN_HTTP is set: without TLS, passwords and statistics travel in the clear.',
    )
  }
  const setupToken = await hanki.createSetupLink()
  if (setupToken === undefined) return
  console.log(`Create your account within 15 minutes: ${address}/setup#${setupToken}`)
  console.log('The link works once. For a new one: npm run hanki -- setup-link')
}
