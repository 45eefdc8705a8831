import { expect, test } from 'vitest'
import { longTail } from '../../../../scripts/bench/storage/long-tail.ts'
import { openRandom } from '../../../../scripts/demo/random.ts'

test('draws every rank, each at most about as often as the one before', () => {
  const random = openRandom(3)
  const rankOf = longTail(4, 1, 1)
  const drawn = [0, 0, 0, 0]
  for (let count = 0; count < 25_000; count++) {
    const rank = rankOf(random)
    drawn[rank] = (drawn[rank] ?? 0) + 1
  }
  // 1, 1/2, 1/3 and 1/4 of 25/12.
  expect(drawn.map(count => Math.round(count / 1_000))).toEqual([12, 6, 4, 3])
})
