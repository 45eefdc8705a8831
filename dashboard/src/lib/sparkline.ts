/** A line without axes: the finished points, and the way on to the last one, which is not finished. */
export interface Sparkline {
  /** SVG path through all finished points. */
  readonly line: string
  /** SVG path from the last finished point to the unfinished one. */
  readonly open: string
  /** SVG path of the area below both. */
  readonly area: string
  /** Where the unfinished point lies. */
  readonly end: { readonly x: number; readonly y: number }
}

/** Draws values in a box, zero at its bottom; the last value still grows. Of nothing but zeros a line along the bottom. */
export function toSparkline(values: readonly number[], width: number, height: number): Sparkline {
  const top = Math.max(1, ...values)
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const points = values.map((value, index) => ({
    x: round(index * step),
    y: round(height - (value / top) * height),
  }))
  const end = points.at(-1) ?? { x: 0, y: height }
  const finished = points.slice(0, -1)
  const line = toPath(finished)
  return {
    line,
    open: toPath(points.slice(-2)),
    area: `${toPath(points)}L${end.x} ${height}L0 ${height}Z`,
    end,
  }
}

function toPath(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
