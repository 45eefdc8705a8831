import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTurns } from '../../../../collector/storage/query/turns.ts'

const never = new AbortController().signal

describe('openTurns', () => {
  it('never lets more happen at once than there are places, and lets everything happen', async () => {
    const works = fc.array(fc.record({ milliseconds: fc.nat({ max: 3 }), fails: fc.boolean() }), {
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), works, async (places, list) => {
        const turns = openTurns(places)
        let inside = 0
        let most = 0
        let done = 0
        const work = async ({ milliseconds, fails }: (typeof list)[number]): Promise<void> => {
          inside++
          most = Math.max(most, inside)
          await sleep(milliseconds)
          inside--
          done++
          if (fails) throw new Error('as asked')
        }
        await Promise.allSettled(list.map(entry => turns.take(() => work(entry), never)))
        expect(most).toBeLessThanOrEqual(places)
        expect(done).toBe(list.length)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps no place for one who does not wait any longer', async () => {
    const turns = openTurns(1)
    const gone = new AbortController()
    const order: string[] = []
    const first = turns.take(async () => {
      await sleep(5)
      order.push('first')
    }, never)
    const second = turns.take(async () => order.push('second'), gone.signal)
    const third = turns.take(async () => order.push('third'), never)
    gone.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    await Promise.all([first, third])
    expect(order).toEqual(['first', 'third'])
  })
})
