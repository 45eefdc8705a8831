import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** A child program of the bench; it ends when its channel to us closes. */
export interface Program {
  readonly process: ChildProcess
  readonly pid: number
  /** The next message of the child. Rejects when the child ends instead. */
  nextMessage(): Promise<unknown>
}

/** Starts a built program that lies beside this one. Throws when there is no such process. */
export function startProgram(name: string): Program {
  const child = fork(join(import.meta.dirname, `${name}.js`), [], { execArgv: [] })
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} could not be started`)
  return {
    process: child,
    pid,
    nextMessage: () =>
      new Promise((resolve, reject) => {
        const onExit = (): void => reject(new Error(`${name} has ended`))
        child.once('exit', onExit)
        child.once('message', message => {
          child.off('exit', onExit)
          resolve(message)
        })
      }),
  }
}
