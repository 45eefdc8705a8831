import { readlinkSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { onTestFinished } from 'vitest'

const probe = await open('/dev/null')
/** Every open file answers through this object. */
const answers = Object.getPrototypeOf(probe) as FileHandle
await probe.close()
const sound = {
  read: answers.read,
  write: answers.write,
  sync: answers.sync,
  datasync: answers.datasync,
  truncate: answers.truncate,
}

/** What the kernel says of a disk that fails. */
export function eio(): Error {
  return Object.assign(new Error('EIO: i/o error'), { code: 'EIO' })
}

/** Where an open file lies. */
export function pathOf(handle: FileHandle): string {
  return readlinkSync(`/proc/self/fd/${handle.fd}`)
}

type Call = 'write' | 'sync' | 'datasync' | 'truncate'

/** Does `before` ahead of every such call, on any file; what it throws is the answer. Until the test ends, or `heal`. */
export function beforeEvery(call: Call, before: (path: string) => void | Promise<void>): void {
  around(call, async (path, work) => {
    await before(path)
    return work()
  })
}

/** Does `after` when such a call has done its work, which nobody hears of when it throws: a flush that fails. */
export function afterEvery(call: Call, after: (path: string) => void): void {
  around(call, async (path, work) => {
    const answer = await work()
    after(path)
    return answer
  })
}

function around(call: Call, answer: (path: string, work: () => Promise<unknown>) => Promise<unknown>): void {
  onTestFinished(heal)
  const work = answers[call] as (this: FileHandle, ...values: unknown[]) => Promise<unknown>
  Object.assign(answers, {
    [call](this: FileHandle, ...values: unknown[]) {
      return answer(pathOf(this), () => work.apply(this, values))
    },
  })
}

/** Reads of a file that touch bytes from `from` to `end` fail. */
export function breakSectors(file: string, from: number, end: number): void {
  onTestFinished(heal)
  // One of its forms: what the journal calls.
  const read = sound.read as (this: FileHandle, ...values: unknown[]) => Promise<unknown>
  Object.assign(answers, {
    async read(this: FileHandle, bytes: Buffer, offset: number, length: number, position: number) {
      if (pathOf(this) === file && position < end && position + length > from) throw eio()
      return read.call(this, bytes, offset, length, position)
    },
  })
}

/** All is well with the disk again. */
export function heal(): void {
  Object.assign(answers, sound)
}
