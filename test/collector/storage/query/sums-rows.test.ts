import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NO_SUMS } from '../../../../collector/core/metrics/components.ts'
import { rowsOfSums } from '../../../../collector/storage/query/sums-rows.ts'
import { queryOf } from '../../../support/queries.ts'

it('gives the first rows in the order of the database: by number, then by the bytes of the value', () => {
  const values = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 3 })), {
    selector: ([value]) => value,
    maxLength: 150,
  })
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom('asc' as const, 'desc' as const),
      (counts, limit, offset, direction) => {
        const query = {
          ...queryOf({ metrics: ['visitors'], date_range: '7d', dimensions: ['event:page'] }),
          orderBy: [['visitors', direction]] as const,
          pagination: { limit, offset },
        }
        const sums = new Map(counts.map(([value, visitors]) => [value, { ...NO_SUMS, visitors }]))
        const { data, totalRows } = rowsOfSums(query, sums)
        const sign = direction === 'asc' ? 1 : -1
        const expected = counts.toSorted(
          ([value, count], [other, otherCount]) =>
            sign * (count - otherCount) || Buffer.compare(Buffer.from(value), Buffer.from(other)),
        )
        expect(data.map(row => row['dimension_0'])).toEqual(
          expected.slice(offset, offset + limit).map(([value]) => value),
        )
        expect(totalRows).toBe(counts.length)
      },
    ),
  )
})
