import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Gathering, openGathering } from '../../../../collector/storage/query/gathering.ts'

const never = new AbortController().signal
const QUIET_MS = 20

describe('openGathering', () => {
  let asked: (readonly string[])[]
  let told: AbortSignal | undefined
  let takesMs: number
  let gathering: Gathering<string, string>
  beforeEach(() => {
    asked = []
    told = undefined
    takesMs = 0
    gathering = openGathering({
      quietMs: QUIET_MS,
      mostMs: 3 * QUIET_MS,
      async answerAll(questions, signal) {
        asked.push(questions)
        told = signal
        await sleep(takesMs, undefined, { signal })
        if (questions.includes('bad')) throw new Error('One of them is bad')
        return questions.map(question => question.toUpperCase())
      },
    })
  })

  it('answers together what is of one kind and comes within a moment', async () => {
    const answers = await Promise.all([
      gathering.ask('lists', 'a', never),
      gathering.ask('others', 'b', never),
      gathering.ask('lists', 'c', never),
    ])
    expect(answers).toEqual(['A', 'B', 'C'])
    expect(asked.toSorted()).toEqual([['a', 'c'], ['b']])
  })

  it('hears who came while the processor was busy', async () => {
    const isSent = new Int32Array(new SharedArrayBuffer(4))
    const sender = `
      const { parentPort, workerData } = require('node:worker_threads')
      parentPort.on('message', message => {
        parentPort.postMessage(message)
        Atomics.store(workerData, 0, 1)
        Atomics.notify(workerData, 0)
      })`
    const worker = new Worker(sender, { eval: true, workerData: isSent })
    onTestFinished(() => worker.terminate().then(() => undefined))
    await once(worker, 'online')
    const second = once(worker, 'message').then(() => gathering.ask('lists', 'b', never))
    await new Promise(resolve => setImmediate(resolve))
    const first = gathering.ask('lists', 'a', never)
    // The second question lies there before this is over, and is heard after timers that have run out.
    const until = performance.now() + 2 * QUIET_MS
    worker.postMessage('b')
    Atomics.wait(isSent, 0, 0)
    while (performance.now() < until);
    expect(await Promise.all([first, second])).toEqual(['A', 'B'])
    expect(asked).toEqual([['a', 'b']])
  })

  it('does not wait for those who keep coming', async () => {
    let isAnswered = false
    const first = gathering.ask('lists', 'a', never).finally(() => {
      isAnswered = true
    })
    const others: Promise<string>[] = []
    for (let count = 0; !isAnswered && count < 200; count++) {
      others.push(gathering.ask('lists', 'b', never))
      await sleep(5)
    }
    expect(isAnswered).toBe(true)
    await Promise.all([first, ...others])
  })

  it('does not wait for those who come again and again without a pause', async () => {
    let isAnswered = false
    const answers = [gathering.ask('lists', 'a', never).finally(() => (isAnswered = true))]
    const until = performance.now() + 2_000
    while (!isAnswered && performance.now() < until) {
      answers.push(gathering.ask('lists', 'b', never))
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(isAnswered).toBe(true)
    await Promise.all(answers)
  })

  it('leaves out who gives up before it begins, and does not begin for nobody', async () => {
    const [one, other] = [new AbortController(), new AbortController()]
    const answers = Promise.allSettled([
      gathering.ask('lists', 'a', one.signal),
      gathering.ask('lists', 'b', never),
      gathering.ask('others', 'c', other.signal),
    ])
    one.abort(new Error('gone'))
    other.abort(new Error('gone'))
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    await sleep(30)
    expect(asked).toEqual([['b']])
  })

  it('goes on for the others when one gives up, and is told when the last does', async () => {
    takesMs = 10_000
    const [one, other] = [new AbortController(), new AbortController()]
    const answers = Promise.allSettled([
      gathering.ask('lists', 'a', one.signal),
      gathering.ask('lists', 'b', other.signal),
    ])
    while (told === undefined) await sleep(5)
    one.abort(new Error('gone'))
    await sleep(5)
    expect(told.aborted).toBe(false)
    other.abort(new Error('gone'))
    expect(told.aborted).toBe(true)
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('fails for all when their common answer does', async () => {
    const answers = await Promise.allSettled([
      gathering.ask('lists', 'a', never),
      gathering.ask('lists', 'bad', never),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
