import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../dashboard/src/lib/columns.ts'

describe('columnsOf', () => {
  test.each([
    { dimensions: ['visit:source'], columns: ['visitors', 'visits', 'bounce_rate', 'visit_duration'] },
    {
      dimensions: ['event:page'],
      columns: ['visitors', 'pageviews', 'bounce_rate', 'time_on_page', 'scroll_depth'],
    },
    { dimensions: ['event:props:size'], columns: ['visitors', 'events'] },
    { dimensions: ['event:goal'], columns: ['visitors', 'events', 'conversion_rate'] },
    {
      dimensions: ['visit:country', 'visit:city_name'],
      columns: ['visitors', 'visits', 'bounce_rate', 'visit_duration'],
    },
  ] as const)('are those that $dimensions can be asked for', ({ dimensions, columns }) => {
    expect(columnsOf(dimensions, [])).toEqual(columns)
  })

  test('tell how many of each row reached the goal that is filtered by', () => {
    expect(columnsOf(['visit:source'], ['event:goal'])).toContain('group_conversion_rate')
    expect(columnsOf(['event:goal'], ['event:goal'])).not.toContain('group_conversion_rate')
  })
})
