import { describe, expect, test } from 'vitest'
import {
  formatAxisValue,
  formatBucket,
  formatChange,
  formatDays,
  formatMetric,
  formatMoney,
  formatSeconds,
  formatShare,
  formatTick,
  formatTimeLeft,
} from '../../dashboard/src/lib/format.ts'

describe('formatMetric', () => {
  test.each([
    { metric: 'visitors', value: 18204, text: '18,204', why: 'thousands stand apart' },
    { metric: 'visitors', value: 0, text: '0', why: 'nobody is a number too' },
    { metric: 'bounce_rate', value: 41, text: '41%', why: 'the API gives 0–100' },
    { metric: 'conversion_rate', value: 0.42, text: '0.4%', why: 'few do what a site wants' },
    { metric: 'views_per_visit', value: 3, text: '3.00', why: 'a ratio always has two decimals' },
    { metric: 'visit_duration', value: 161, text: '2m 41s', why: 'seconds read as time' },
    { metric: 'visit_duration', value: null, text: '–', why: 'no visit, no mean' },
  ] as const)('writes $metric $value as $text: $why', ({ metric, value, text }) => {
    expect(formatMetric(metric, value)).toBe(text)
  })
})

describe('formatMoney', () => {
  test.each([
    { value: 69.4, currency: 'EUR', text: '€69.40' },
    { value: 12_000, currency: 'JPY', text: 'JP¥12,000' },
  ])('writes $value $currency as $text', ({ text, ...money }) => {
    expect(formatMoney(money)).toBe(text)
  })
})

describe('formatSeconds', () => {
  test.each([
    { seconds: 0, text: '0s' },
    { seconds: 59, text: '59s' },
    { seconds: 60, text: '1m 00s' },
    { seconds: 3599, text: '59m 59s' },
    { seconds: 3720, text: '1h 02m' },
  ])('writes $seconds s as $text', ({ seconds, text }) => {
    expect(formatSeconds(seconds)).toBe(text)
  })
})

describe('formatChange', () => {
  test.each([
    { metric: 'visitors', change: 12, arrow: '▲', tone: 'better', words: '12% more', why: 'growth' },
    { metric: 'visitors', change: -4, arrow: '▼', tone: 'worse', words: '4% fewer', why: 'decline' },
    {
      metric: 'bounce_rate',
      change: -3,
      arrow: '▼',
      tone: 'better',
      words: '3 pts better',
      why: 'fewer bounces',
    },
    { metric: 'bounce_rate', change: 1, arrow: '▲', tone: 'worse', words: '1 pt worse', why: 'one point' },
    { metric: 'visits', change: 0, arrow: '', tone: 'same', words: 'no change', why: 'nothing moved' },
    {
      metric: 'visits',
      change: null,
      arrow: '',
      tone: 'same',
      words: 'no earlier data',
      why: 'new site',
    },
  ] as const)('says $words for $metric $change: $why', ({ metric, change, arrow, tone, words }) => {
    expect(formatChange(metric, change)).toEqual({ arrow, tone, words })
  })
})

describe('formatShare', () => {
  test('writes a part of a whole with one decimal', () => expect(formatShare(408, 1000)).toBe('40.8%'))
  test('writes a dash where there is no whole', () => expect(formatShare(3, 0)).toBe('–'))
})

describe('formatTimeLeft', () => {
  const minute = 60_000
  test.each([
    { left: 432 * minute, text: '7 h 12 min', why: 'hours and minutes' },
    { left: 59 * minute, text: '59 min', why: 'no zero hours' },
    { left: 1, text: '1 min', why: 'begun minutes count' },
    { left: 0, text: undefined, why: 'it is over' },
  ])('says $text: $why', ({ left, text }) => {
    expect(formatTimeLeft(1_000_000 + left, 1_000_000)).toBe(text)
  })
})

describe('formatDays', () => {
  test.each([
    { from: '2026-10-25', to: '2026-11-23', text: '25 Oct – 23 Nov', why: 'this year needs no year' },
    { from: '2026-11-01', to: '2026-11-23', text: '1 – 23 Nov', why: 'one month is named once' },
    { from: '2026-11-23', to: '2026-11-23', text: '23 Nov', why: 'one day is one date' },
    { from: '2025-12-01', to: '2025-12-31', text: '1 – 31 Dec 2025', why: 'another year is named' },
  ])('writes $text: $why', ({ from, to, text }) => {
    expect(formatDays({ from, to }, '2026-11-23').replaceAll('\u2009', ' ')).toBe(text)
  })
})

describe('formatTick and formatBucket', () => {
  test.each([
    { label: '2026-11-12', interval: 'day', many: true, tick: '12 Nov', bucket: 'Thu, 12 Nov 2026' },
    { label: '2026-11-12 14:00:00', interval: 'hour', many: false, tick: '14:00', bucket: '12 Nov, 14:00' },
    { label: '2026-11-12 00:00:00', interval: 'hour', many: true, tick: '12 Nov', bucket: '12 Nov, 00:00' },
    { label: '2026-11-09', interval: 'week', many: true, tick: '9 Nov', bucket: 'Week of 9 Nov 2026' },
    { label: '2026-11-01', interval: 'month', many: true, tick: 'Nov 2026', bucket: 'Nov 2026' },
  ] as const)('writes the $interval $label as $tick', ({ label, interval, many, tick, bucket }) => {
    expect(formatTick(label, interval, many)).toBe(tick)
    expect(formatBucket(label, interval)).toBe(bucket)
  })
})

describe('formatAxisValue', () => {
  test.each([
    { metric: 'visitors', value: 1500, text: '1,500' },
    { metric: 'visitors', value: 12_000, text: '12k' },
    { metric: 'bounce_rate', value: 50, text: '50%' },
    { metric: 'views_per_visit', value: 0.30000000000000004, text: '0.3' },
  ] as const)('writes $metric $value as $text', ({ metric, value, text }) => {
    expect(formatAxisValue(metric, value).toLowerCase()).toBe(text)
  })
})
