import { describe, expect, test } from 'vitest'
import { toFinding } from '../../dashboard/src/charts/finding.ts'
import { toTimeseriesChart } from '../../dashboard/src/charts/timeseries-chart.ts'
import type { SeriesPoint } from '../../dashboard/src/lib/series.ts'

const COLORS = {
  line: '#1a65b3',
  fill: '#1a65b33a',
  earlier: '#5f6e7a',
  grid: '#dfe6ed',
  text: '#5f6e7a',
  ground: '#ffffff',
  ink: '#13202c',
  note: '#8a5000',
}

const POINTS: SeriesPoint[] = [
  { label: '2026-11-21', value: 5, earlierLabel: '2026-11-18', earlier: 4, state: 'whole' },
  { label: '2026-11-22', value: 9, earlierLabel: '2026-11-19', earlier: 0, state: 'whole' },
  { label: '2026-11-23', value: 2, earlierLabel: '2026-11-20', earlier: 3, state: 'running' },
]

/** The dash of the line that ends at a point, as chart.js asks for it. */
function dashAt(config: ReturnType<typeof toTimeseriesChart>, index: number): unknown {
  const segment = config.data.datasets[0]?.segment
  const dash = typeof segment === 'object' ? segment.borderDash : undefined
  if (typeof dash !== 'function') throw new Error('the line has no dash rule')
  // chart.js hands over more than the two positions; the rule reads only them.
  const context = { p0DataIndex: index - 1, p1DataIndex: index } as Parameters<typeof dash>[0]
  return dash(context, {})
}

describe('toTimeseriesChart', () => {
  test('marks the buckets about which people noted something, and tells it', () => {
    const config = toTimeseriesChart(POINTS, 'visitors', 'day', COLORS, 'Previous', [
      [],
      ['Sale', 'Rain'],
      [],
    ])
    expect(config.data.datasets[2]?.data.map(({ y }) => y)).toEqual([Number.NaN, 0, Number.NaN])
    const footer = config.options?.plugins?.tooltip?.callbacks?.footer
    const tell = (dataIndex: number) => footer?.call({} as never, [{ dataIndex }] as never)
    expect([tell(0), tell(1)]).toEqual([[], ['Sale', 'Rain']])
    expect(tell(2)).toHaveLength(1)
  })

  test('marks the buckets in which counting was disturbed by another shape, and tells it after the notes', () => {
    const marks = [[], ['Hanki did not run'], []]
    const notes = [[], ['Sale'], []]
    const { data, options } = toTimeseriesChart(POINTS, 'visitors', 'day', COLORS, '', notes, marks)
    expect(data.datasets[3]?.data.map(({ y }) => y)).toEqual([Number.NaN, 0, Number.NaN])
    expect(data.datasets[3]?.pointStyle).not.toBe(data.datasets[2]?.pointStyle)
    const footer = options?.plugins?.tooltip?.callbacks?.footer
    expect(footer?.call({} as never, [{ dataIndex: 1 }] as never)).toEqual(['Sale', 'Hanki did not run'])
  })

  test('puts one spot per bucket at its position', () => {
    const config = toTimeseriesChart(POINTS, 'visitors', 'day', COLORS, 'Previous')
    expect(config.data.labels).toEqual(['21 Nov', '22 Nov', '23 Nov'])
    expect(config.data.datasets[0]?.data).toEqual([
      { x: 0, y: 5 },
      { x: 1, y: 9 },
      { x: 2, y: 2 },
    ])
  })

  test('draws the earlier period dashed behind the line', () => {
    const earlier = toTimeseriesChart(POINTS, 'visitors', 'day', COLORS, 'Previous').data.datasets[1]
    expect(earlier?.data.map(spot => spot.y)).toEqual([4, 0, 3])
    expect(earlier?.borderDash).toEqual([3, 4])
  })

  test('dashes the line that leads to a bucket which still receives events, and no other', () => {
    const config = toTimeseriesChart(POINTS, 'visitors', 'day', COLORS, 'Previous')
    expect(dashAt(config, 1)).toBeUndefined()
    expect(dashAt(config, 2)).toEqual([5, 4])
  })

  test('leaves a gap where a metric has no value', () => {
    const points: SeriesPoint[] = [{ label: '2026-11-23', value: null, earlier: null, state: 'future' }]
    expect(
      toTimeseriesChart(points, 'bounce_rate', 'day', COLORS, 'Previous').data.datasets[0]?.data[0]?.y,
    ).toBeNaN()
  })

  test('shows a single bucket as a dot, for a line needs two', () => {
    const points = POINTS.slice(0, 1)
    expect(
      toTimeseriesChart(points, 'visitors', 'day', COLORS, 'Previous').data.datasets[0]?.pointRadius,
    ).toBe(4)
  })

  test('prepares the data itself and moves nothing', () => {
    const { options } = toTimeseriesChart(POINTS, 'visitors', 'day', COLORS, 'Previous')
    expect(options).toMatchObject({ parsing: false, normalized: true, animation: false })
  })

  test.each([
    { seconds: 4, stepSize: 1, why: 'single seconds' },
    { seconds: 108, stepSize: 30, why: 'half minutes' },
    { seconds: 900, stepSize: 300, why: 'five minutes' },
  ])('marks an axis up to $seconds s every $stepSize s: $why', ({ seconds, stepSize }) => {
    const points: SeriesPoint[] = [{ label: '2026-11-23', value: seconds, earlier: null, state: 'whole' }]
    const { options } = toTimeseriesChart(points, 'visit_duration', 'day', COLORS, 'Previous')
    expect(options?.scales?.['y']?.ticks).toMatchObject({ stepSize })
  })

  test('ends the axis of a percentage at 100', () => {
    const { options } = toTimeseriesChart(POINTS, 'bounce_rate', 'day', COLORS, 'Previous')
    expect(options?.scales?.['y']).toMatchObject({ beginAtZero: true, max: 100 })
  })
})

describe('toFinding', () => {
  test.each([
    {
      points: POINTS,
      text: 'Visitors per day: highest 9 (Sun, 22 Nov 2026), lowest 5 (Sat, 21 Nov 2026).',
      why: 'a day that still runs is not the lowest',
    },
    { points: [], text: 'Visitors per day. No visits in this period.', why: 'there is no bucket' },
    {
      points: [{ label: '2026-11-21', value: 0, earlier: null, state: 'whole' as const }],
      text: 'Visitors per day. No visits in this period.',
      why: 'nobody came',
    },
    {
      points: [{ label: '2026-11-22', value: 0, earlier: null, state: 'whole' as const }, ...POINTS.slice(2)],
      text: 'Visitors per day: highest 2 (Mon, 23 Nov 2026), lowest 0 (Sun, 22 Nov 2026).',
      why: 'the running day is the first with visitors',
    },
    {
      points: POINTS.slice(2),
      text: 'Visitors per day: 2 (Mon, 23 Nov 2026).',
      why: 'there is only the running day',
    },
  ])('says "$text" when $why', ({ points, text }) => {
    expect(toFinding(points, 'visitors', 'day')).toBe(text)
  })
})
