import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Why system calls cannot be tampered with here; undefined when they can. */
export function whyNoTampering(): string | undefined {
  if (process.platform !== 'linux') return 'tampering with system calls needs Linux'
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'strace is not installed or may not trace here'
  }
}

/** One change of what the kernel answers, in the words of `strace --inject`: `fdatasync:error=EIO:when=1+3`. */
export type Tampering = string

/**
 * Makes the kernel answer a running process wrongly or slowly, on all of its threads, until the returned
 * function is called. With `paths`, only calls on these files and directories. Rejects when it cannot attach.
 */
export async function tamper(
  pid: number,
  tamperings: readonly Tampering[],
  paths: readonly string[] = [],
): Promise<() => Promise<void>> {
  const calls = tamperings.map(tampering => tampering.split(':', 1)[0]).join()
  const child = spawn(
    'strace',
    [
      '-f',
      '-p',
      String(pid),
      '-e',
      `trace=${calls}`,
      ...paths.flatMap(path => ['-P', path]),
      ...tamperings.flatMap(tampering => ['-e', `inject=${tampering}`]),
      '-o',
      '/dev/null',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = once(child, 'exit')
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-2_000)))
  while (!/attached/.test(words)) {
    const isOver = await Promise.race([
      ended.then(() => true),
      new Promise(resolve => setTimeout(resolve, 20)),
    ])
    if (isOver === true) throw new Error(`System calls could not be tampered with:\n${words}`)
  }
  return async () => {
    child.kill('SIGINT')
    await ended
  }
}
