import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { awaitTurn, holdTurns, soon, turn } from '../../dashboard/src/lib/turns.ts'

describe('turns', () => {
  test('come one after the other, each in a task of its own', async () => {
    const seen: string[] = []
    awaitTurn(() => seen.push('first'))
    awaitTurn(() => seen.push('second'))
    expect(seen).toEqual([])
    setTimeout(() => seen.push('meanwhile'))
    await turn()
    expect(seen).toHaveLength(3)
    expect(seen.indexOf('first')).toBeLessThan(seen.indexOf('second'))
    expect(seen.at(-1)).not.toBe('meanwhile')
  })

  test('can be given up', async () => {
    const seen: string[] = []
    const giveUp = awaitTurn(() => seen.push('given up'))
    awaitTurn(() => seen.push('kept'))
    giveUp()
    await turn()
    expect(seen).toEqual(['kept'])
  })

  test('wait for what comes first, also when that fails', async () => {
    const seen: string[] = []
    let fail: (reason: Error) => void = () => undefined
    holdTurns(
      new Promise((_, reject) => {
        fail = reject
      }),
    )
    const came = turn().then(() => seen.push('turn'))
    await sleep(30)
    seen.push('still waiting')
    fail(new Error('The collector is away'))
    await came
    expect(seen).toEqual(['still waiting', 'turn'])
  })

  test('are held for a second at most', async () => {
    holdTurns(new Promise(() => undefined))
    await turn()
  })
})

describe('soon', () => {
  test('waits for what comes, also when that fails', async () => {
    const seen: string[] = []
    await soon(sleep(20).then(() => seen.push('came')))
    await soon(Promise.reject(new Error('The collector is away')))
    expect(seen).toEqual(['came'])
  })

  test('does not wait for ever for what never comes', async () => {
    await soon(new Promise(() => undefined))
  })
})
