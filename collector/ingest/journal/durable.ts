import { constants } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Writes all of `bytes` at a position; one system call may write less than it was given. */
export async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/**
 * Opens a file of this user alone for `writeDurably`; `flags` are those of open(2). On Linux what is written goes to the disk
 * with the same call (O_DSYNC): one turn of a thread in place of two, and only what was written is waited for, not whatever
 * else of the file the kernel still holds. Elsewhere that flag promises less than a flush does.
 */
export function openDurable(file: string, flags: number): Promise<FileHandle> {
  return open(file, writesAreFlushed() ? flags | constants.O_DSYNC : flags, 0o600)
}

/** Writes all of `bytes` at a position of a file from `openDurable`, and settles when they are on disk. */
export async function writeDurably(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  await writeAll(handle, bytes, position)
  if (!writesAreFlushed()) await handle.datasync()
}

function writesAreFlushed(): boolean {
  return process.platform === 'linux'
}

/**
 * Appends a line to a file, which need not be there, and settles when it is on disk. It begins anew after a line that
 * a crash has torn.
 */
export async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(`\n${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  // Who made the file may have died before its name was on disk.
  await syncDirectory(dirname(file))
}

/** Makes a directory for this user alone, if it is not there, and settles when its name is on disk. */
export async function makeDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  let parent = dirname(resolve(directory))
  await syncDirectory(parent)
  // Those above may be as new, whoever made them; one that is not ours to read has been there for long.
  while (parent !== dirname(parent)) {
    parent = dirname(parent)
    await syncDirectory(parent).catch(() => undefined)
  }
}

/** Makes renames, creations and removals in a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
