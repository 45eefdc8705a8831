import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { endLeftOver, forgetEngine, noteEngine } from '../../../../collector/storage/engine/left-over.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'

/** A process that stands for an engine: what is tested is whether it is ended. */
async function startProgram(): Promise<ChildProcess & { readonly pid: number }> {
  const program = spawn('sleep', ['1000'])
  onTestFinished(() => void program.kill('SIGKILL'))
  await once(program, 'spawn')
  if (program.pid === undefined) throw new Error('The program has no process id')
  return Object.assign(program, { pid: program.pid })
}

describe('endLeftOver', () => {
  it('ends what was noted, also when it was stopped, and comes back once it is gone', async () => {
    const directory = tempDirectory()
    const program = await startProgram()
    noteEngine(directory, program.pid)
    program.kill('SIGSTOP')
    const exit = once(program, 'exit')
    await endLeftOver(directory)
    expect(await exit).toEqual([null, 'SIGKILL'])
  })

  it('leaves alone another program that has got the process id meanwhile', async () => {
    const directory = tempDirectory()
    const program = await startProgram()
    noteEngine(directory, program.pid)
    const file = join(directory, 'process')
    // A process of the same id that was started at another moment.
    writeFileSync(file, `${readFileSync(file, 'utf8')}0`)
    await endLeftOver(directory)
    expect(program.exitCode ?? program.signalCode).toBe(null)
    process.kill(program.pid, 0)
  })

  it.each(['', 'x', 'place', 'place 1 1', 'place -1 1', '\0'])(
    'ends nothing for a note of %j',
    async note => {
      const directory = tempDirectory()
      writeFileSync(join(directory, 'process'), note)
      await endLeftOver(directory)
    },
  )

  it('has nothing to do where nothing was noted, or where the engine has ended in order', async () => {
    const directory = tempDirectory()
    await endLeftOver(directory)
    noteEngine(directory, process.pid)
    forgetEngine(directory)
    expect(existsSync(join(directory, 'process'))).toBe(false)
    await endLeftOver(directory)
  })
})
