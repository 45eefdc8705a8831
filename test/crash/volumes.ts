import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A small file system in memory, which can be full without harm to the machine. */
export interface Volume {
  /** Takes all room but `leave` bytes. */
  fill(leave: number): void
  /** Gives the room back. */
  empty(): void
  unmount(): void
}

/** Why no volume can be had here; undefined when it can. */
export function whyNoVolume(): string | undefined {
  if (process.platform !== 'linux') return 'a small file system needs Linux'
  if (process.getuid?.() !== 0) return 'mounting a small file system needs root'
  return undefined
}

/** Mounts `bytes` of memory at a directory. Throws when it must not. */
export function mountVolume(directory: string, bytes: number): Volume {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'hanki-test', directory])
  const ballast = join(directory, 'ballast')
  return {
    fill(leave) {
      const { bavail, bsize } = statfsSync(directory)
      try {
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)))
      } catch (error) {
        // Whoever writes there too was faster: full it is.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    // Lazily, so that a process which still holds a file there does not keep it for ever.
    unmount: () => void execFileSync('umount', ['--lazy', directory]),
  }
}
