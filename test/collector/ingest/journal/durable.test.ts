import { constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDurable, writeDurably } from '../../../../collector/ingest/journal/durable.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { beforeEvery } from './disk.ts'

/** Lets this process take itself for one of another system until the test ends. */
function onPlatform(platform: NodeJS.Platform): void {
  const own = process.platform
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: own }))
  Object.defineProperty(process, 'platform', { value: platform })
}

/** Whether the kernel flushes what is written to an open file before it answers. Source: proc(5), `flags` in octal. */
function isFlushed(fd: number): boolean {
  const flags = Number.parseInt(
    /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? '',
    8,
  )
  return (flags & constants.O_DSYNC) !== 0
}

describe('a durable write', () => {
  it.runIf(process.platform === 'linux').each([
    ['linux', true, 0],
    ['darwin', false, 1],
  ] as const)('is on disk when it settles: %s', async (platform, isFlushedByWrite, flushes) => {
    onPlatform(platform)
    const file = join(tempDirectory(), 'file')
    const handle = await openDurable(file, constants.O_WRONLY | constants.O_CREAT)
    onTestFinished(() => handle.close())
    let flushed = 0
    beforeEvery('datasync', () => void flushed++)
    await writeDurably(handle, Buffer.from('abc'), 2)
    expect(isFlushed(handle.fd)).toBe(isFlushedByWrite)
    expect(flushed).toBe(flushes)
    expect(readFileSync(file, 'latin1')).toBe('\0\0abc')
  })
})
