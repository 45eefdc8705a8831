/**
 * The embedded engine's own process: becomes a ClickHouse server on loopback and never returns.
 *
 * It calls the entry point of `clickhouse local` inside the shared library of npm's `chdb` and tells it to listen.
 * Arguments: CONFIG_FILE DATA_PATH HTTP_PORT. Secrets are in the files, so none shows in the process list.
 * Standard input is the leash: when it closes, the parent is gone and this process ends.
 */
import { constants } from 'node:os'
import { Worker } from 'node:worker_threads'
import { libchdbPath } from 'chdb/libchdb'
import { DataType, load, open } from 'ffi-rs'
import { runLast } from './run-last.ts'

/** The main thread is inside the call below for good, so a worker watches the leash. SIGKILL is safe: inserts are fsynced. */
const LEASH = `
const { readSync } = require('node:fs')
const chunk = Buffer.alloc(64)
for (;;) {
  try { if (readSync(0, chunk) === 0) break } catch (error) { if (error.code === 'EAGAIN') { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200); continue } break }
}
process.kill(process.pid, ${constants.signals.SIGKILL})
`

/** Keeps the program's own session busy for 90 years; listening goes on beside it. */
const LISTEN = `SYSTEM START LISTEN HTTP;
SELECT sleepEachRow(3) FROM system.numbers LIMIT 1000000000 FORMAT Null
SETTINGS function_sleep_max_microseconds_per_block = 1000000000000, max_block_size = 1`

const [configFile, dataPath, port] = process.argv.slice(2)
if (configFile === undefined || dataPath === undefined || port === undefined) {
  throw new Error('usage: engine CONFIG_FILE DATA_PATH HTTP_PORT')
}

new Worker(LEASH, { eval: true })
// After the leash, which must be felt at once.
runLast()

open({ library: 'chdb', path: libchdbPath() })
const args = [
  'clickhouse',
  // The configuration's logger is ignored in this mode; at its default every query would be written down.
  '--log-level',
  'error',
  '--config-file',
  configFile,
  '--path',
  dataPath,
  '--http_port',
  port,
  '--listen_host',
  '127.0.0.1',
  '--query',
  LISTEN,
]
load({
  library: 'chdb',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [args.length, args],
})
// The call only comes back when the server could not run; its words are on standard error.
// process.exit() would wait for the worker, which is inside a read for good.
process.kill(process.pid, 'SIGKILL')
