import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BusyError, openTurns } from '../../../collector/accounts/turns.ts'

/** Work that ends when it is told to. */
function steppedTurns(atOnce: number, places: number) {
  const turns = openTurns(atOnce, places)
  const running: (() => void)[] = []
  const done: string[] = []
  const refused: string[] = []
  let most = 0
  const take = (lane: string): void =>
    void turns
      .take(lane, async () => {
        await new Promise<void>(resolve => {
          running.push(resolve)
          most = Math.max(most, running.length)
        })
        done.push(lane)
      })
      .catch(error => {
        if (!(error instanceof BusyError)) throw error
        refused.push(lane)
      })
  const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
  return { take, settle, running, done, refused, most: () => most }
}

describe('openTurns', () => {
  it('gives a newcomer of another lane the next turn, and refuses the crowd', async () => {
    const world = steppedTurns(1, 4)
    for (let count = 0; count < 20; count++) world.take('crowd')
    world.take('owner')
    await world.settle()
    expect(world.refused).toEqual(Array.from({ length: 16 }, () => 'crowd'))
    for (let count = 0; count < 3; count++) {
      world.running.shift()?.()
      await world.settle()
    }
    // The one that ran already, one of the crowd's, then the owner.
    expect(world.done).toEqual(['crowd', 'crowd', 'owner'])
  })

  it('never runs more at once, never loses or doubles anybody, and lets nobody wait when a place is free', async () => {
    const lane = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.oneof(lane, fc.constant('finish'))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.nat(5),
        fc.array(step),
        async (atOnce, places, steps) => {
          const world = steppedTurns(atOnce, places)
          let asked = 0
          for (const one of steps) {
            if (one === 'finish') world.running.shift()?.()
            else {
              asked++
              world.take(one)
            }
            await world.settle()
            const waiting = asked - world.done.length - world.refused.length - world.running.length
            expect(waiting).toBeLessThanOrEqual(places)
            if (waiting > 0) expect(world.running).toHaveLength(atOnce)
          }
          while (world.running.length > 0) {
            world.running.shift()?.()
            await world.settle()
          }
          expect(world.done.length + world.refused.length).toBe(asked)
          expect(world.most()).toBeLessThanOrEqual(atOnce)
        },
      ),
    )
  })

  it('goes on after work that failed', async () => {
    const turns = openTurns(1, 1)
    await expect(turns.take('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await turns.take('a', async () => 'fine')).toBe('fine')
  })
})
