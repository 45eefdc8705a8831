import { type FileHandle, open } from 'node:fs/promises'

/** Writes all of `bytes` at a position; one system call may write less than it was given. */
export async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** Appends a line to a file and settles when it is on disk. It begins anew after a line that a crash has torn. */
export async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(`\n${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
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
