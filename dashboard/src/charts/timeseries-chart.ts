import type { ChartConfiguration, ScriptableContext, TooltipItem } from 'chart.js'
import { METRIC_CATALOGUE, type Metric } from '../../../collector/core/metrics/catalogue.ts'
import { formatAxisValue, formatBucket, formatMetric, formatTick } from '../lib/format.ts'
import type { Interval } from '../lib/intervals.ts'
import type { SeriesPoint } from '../lib/series.ts'
import { METRIC_WORDS, WORDS } from '../lib/wording.ts'
import type { ChartColors } from './chart-colors.ts'

export interface Spot {
  /** Position of the bucket. */
  x: number
  /** NaN where the metric has no value: chart.js leaves a gap there. */
  y: number
}

/** Place of what is marked on the axis among the datasets: behind the two lines. */
const NOTES_DATASET = 2

/** An axis reaches at least this far, so that nothing at all does not look like something. */
const SMALLEST_AXIS = 4

/** A line chart of one metric; the earlier period dashed behind it. */
export type TimeseriesConfig = ChartConfiguration<'line', Spot[], string>

/**
 * The chart.js configuration of a metric's time series. Pure: same points, same colours, same configuration.
 * `notes` has what people noted about the days of each bucket, drawn as dots on the axis; `marks` what disturbed the counting, drawn
 * as strokes across it. `legend` names the compared period. Buckets that are incomplete (still running, or cut by the period) are joined by a dashed line.
 */
export function toTimeseriesChart(
  points: readonly SeriesPoint[],
  metric: Metric,
  interval: Interval,
  colors: ChartColors,
  legend: string,
  notes: readonly (readonly string[])[] = [],
  marks: readonly (readonly string[])[] = [],
): TimeseriesConfig {
  const manyDays = points[0]?.label.slice(0, 10) !== points.at(-1)?.label.slice(0, 10)
  const isIncomplete = (index: number) => points[index]?.state === 'running' || points[index]?.state === 'cut'
  return {
    type: 'line',
    data: {
      labels: points.map(point => formatTick(point.label, interval, manyDays)),
      datasets: [
        {
          label: METRIC_WORDS[metric].label,
          data: points.map((point, x) => ({ x, y: point.value ?? Number.NaN })),
          borderColor: colors.line,
          backgroundColor: context => fade(context, colors.fill),
          fill: 'origin',
          borderWidth: 2.5,
          borderJoinStyle: 'round',
          // A line needs two points; a single one is shown as a dot.
          pointRadius: points.filter(point => point.value !== null).length === 1 ? 4 : 0,
          pointBackgroundColor: colors.line,
          pointHoverRadius: 4,
          pointHoverBackgroundColor: colors.line,
          pointHoverBorderColor: colors.ground,
          pointHoverBorderWidth: 2,
          spanGaps: true,
          segment: {
            borderDash: ({ p0DataIndex, p1DataIndex }) =>
              isIncomplete(p0DataIndex) || isIncomplete(p1DataIndex) ? [5, 4] : undefined,
          },
        },
        {
          label: legend,
          data: points.map((point, x) => ({ x, y: point.earlier ?? Number.NaN })),
          borderColor: colors.earlier,
          borderWidth: 1.5,
          borderDash: [3, 4],
          borderJoinStyle: 'round',
          pointRadius: 0,
          pointHoverRadius: 3,
          pointHoverBackgroundColor: colors.earlier,
          spanGaps: true,
          fill: false,
        },
        {
          label: WORDS.annotations,
          data: points.map((_, x) => ({ x, y: (notes[x]?.length ?? 0) > 0 ? 0 : Number.NaN })),
          showLine: false,
          clip: false,
          pointRadius: 5,
          pointHoverRadius: 6,
          pointBackgroundColor: colors.note,
          pointBorderColor: colors.ground,
          pointBorderWidth: 1.5,
        },
        {
          label: WORDS.disturbed,
          data: points.map((_, x) => ({ x, y: (marks[x]?.length ?? 0) > 0 ? 0 : Number.NaN })),
          showLine: false,
          clip: false,
          pointStyle: 'line',
          pointRotation: 90,
          pointRadius: 10,
          pointHoverRadius: 11,
          pointBorderColor: colors.ink,
          pointBorderWidth: 2,
        },
      ],
    },
    options: {
      parsing: false,
      normalized: true,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 8, right: 4 } },
      scales: {
        x: {
          afterBuildTicks: axis => {
            // Hours of several days are marked where a day begins.
            if (interval !== 'hour' || !manyDays) return
            axis.ticks = axis.ticks.filter(tick => points[tick.value]?.label.slice(11, 13) === '00')
          },
          grid: { display: false },
          border: { display: false },
          ticks: { color: colors.text, maxRotation: 0, autoSkipPadding: 24, font: { size: 11.5 } },
        },
        y: {
          beginAtZero: true,
          ...(METRIC_CATALOGUE[metric].unit === 'percent' ? { max: 100 } : { suggestedMax: SMALLEST_AXIS }),
          grid: { color: colors.grid, drawTicks: false },
          border: { display: false },
          ticks: {
            color: colors.text,
            padding: 8,
            maxTicksLimit: 6,
            font: { size: 11.5 },
            ...toSteps(metric, points),
            callback: value => formatAxisValue(metric, Number(value)),
          },
        },
      },
      plugins: {
        tooltip: {
          filter: item => item.datasetIndex < NOTES_DATASET,
          backgroundColor: colors.ground,
          borderColor: colors.grid,
          borderWidth: 1,
          titleColor: colors.ink,
          bodyColor: colors.ink,
          footerColor: colors.text,
          footerFont: { weight: 'normal' },
          padding: 12,
          boxWidth: 8,
          boxHeight: 8,
          boxPadding: 6,
          usePointStyle: true,
          callbacks: {
            title: items => titleOf(points[items[0]?.dataIndex ?? -1], interval),
            label: item => lineOf(item, points, metric, interval, legend),
            footer: items => footerOf(points, [notes, marks], items[0]?.dataIndex ?? -1),
          },
        },
      },
    },
  }
}

/** Steps of the value axis: whole numbers for counts and percentages, clock-like ones for seconds. */
function toSteps(metric: Metric, points: readonly SeriesPoint[]): { precision?: number; stepSize?: number } {
  const { unit } = METRIC_CATALOGUE[metric]
  if (unit === 'ratio') return {}
  if (unit !== 'seconds') return { precision: 0 }
  const highest = Math.max(0, ...points.flatMap(point => [point.value ?? 0, point.earlier ?? 0]))
  const stepSize = SECOND_STEPS.find(step => highest / step <= 5)
  return stepSize === undefined ? { precision: 0 } : { stepSize }
}

const SECOND_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600]

function titleOf(point: SeriesPoint | undefined, interval: Interval): string {
  return point === undefined ? '' : formatBucket(point.label, interval)
}

function lineOf(
  item: TooltipItem<'line'>,
  points: readonly SeriesPoint[],
  metric: Metric,
  interval: Interval,
  legend: string,
): string {
  const point = points[item.dataIndex]
  if (point === undefined) return ''
  if (item.datasetIndex === 0) {
    return WORDS.labelled(METRIC_WORDS[metric].label, formatMetric(metric, point.value))
  }
  const when = point.earlierLabel === undefined ? legend : formatBucket(point.earlierLabel, interval)
  return WORDS.labelled(when, formatMetric(metric, point.earlier))
}

/** What is still counted, what people noted, and what disturbed the counting, each on its line. */
function footerOf(
  points: readonly SeriesPoint[],
  told: readonly (readonly (readonly string[])[])[],
  index: number,
): string[] {
  return [stateOf(points[index]), ...told.flatMap(notes => notes[index] ?? [])].filter(line => line !== '')
}

function stateOf(point: SeriesPoint | undefined): string {
  if (point?.state === 'running') return WORDS.stillCounting
  return point?.state === 'cut' ? WORDS.partOfBucket : ''
}

function fade(context: ScriptableContext<'line'>, color: string): CanvasGradient | string {
  const { chartArea, ctx } = context.chart
  // The first layout has no area yet; the gradient comes with the next pass.
  if (chartArea === undefined) return 'transparent'
  const gradient = ctx.createLinearGradient(0, chartArea.top, 0, chartArea.bottom)
  gradient.addColorStop(0, color)
  gradient.addColorStop(1, `${color.slice(0, 7)}00`)
  return gradient
}
