import { describe, expect, it } from 'vitest'
import { parseTimestamp } from '../../../../collector/core/event/timestamp.ts'

describe('parseTimestamp', () => {
  it.each([
    ['2026-03-10T10:00:00Z', '2026-03-10T10:00:00Z'],
    ['2026-03-10T12:00:00.999+02:00', '2026-03-10T10:00:00Z'],
    ['2026-03-10T12:00+0200', '2026-03-10T10:00:00Z'],
  ])('reads %s', (given, meant) => {
    expect(parseTimestamp(given)).toEqual({ ok: true, value: Date.parse(meant) / 1_000 })
  })

  it.each(['2026-03-10', '2026-03-10T10:00:00', 'yesterday', '2026-13-10T10:00:00Z', 1_773_136_800, {}])(
    'explains %j',
    given => {
      const result = parseTimestamp(given)
      expect(result.ok ? '' : result.error).toMatch(/ISO 8601 with its offset, such as/)
    },
  )

  it.each([undefined, null, ''])('takes %j for now', given => {
    expect(parseTimestamp(given)).toEqual({ ok: true, value: undefined })
  })
})
