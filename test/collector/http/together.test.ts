import { setImmediate as turnOver } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openTogether } from '../../../collector/http/together.ts'

describe('openTogether', () => {
  it('does the work of one moment in its order, after all of it is there', async () => {
    const together = openTogether()
    const done: string[] = []
    together(() => done.push('first'))
    await Promise.resolve()
    together(() => done.push('second'))
    expect(done).toEqual([])
    await turnOver()
    expect(done).toEqual(['first', 'second'])
  })

  it('leaves what comes in while it works to the next moment', async () => {
    const together = openTogether()
    const done: string[] = []
    together(() => {
      done.push('first')
      together(() => done.push('second'))
    })
    await turnOver()
    expect(done).toEqual(['first'])
    await turnOver()
    expect(done).toEqual(['first', 'second'])
  })

  it('does not let a crowd wait: at its limit the work is done at once, in order, and each once', async () => {
    const together = openTogether(3)
    const done: number[] = []
    for (let number = 1; number <= 8; number++) together(() => done.push(number))
    expect(done).toEqual([1, 2, 3, 4, 5, 6])
    await turnOver()
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
