/** A line without axes: the finished points, and the way on to the last one while it is not finished. */
export interface Sparkline {
  /** SVG path through all finished points. */
  readonly line: string
  /** SVG path from the last finished point to the unfinished one; empty when all are finished. */
  readonly open: string
  /** SVG path of the area below both. */
  readonly area: string
  /** Where the last point lies. */
  readonly end: { readonly x: number; readonly y: number }
}

/**
 * Draws values in a box, zero at its bottom. Null has a place but no point: the line goes straight over it, and ends before
 * those at the end. `isGrowing`: the last value is not finished. Of nothing but zeros a line along the bottom.
 */
export function toSparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
  isGrowing = true,
): Sparkline {
  const top = Math.max(1, ...values.map(value => value ?? 0))
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: round(index * step), y: round(height - (value / top) * height) }],
  )
  const start = points.at(0) ?? { x: 0, y: height }
  const end = points.at(-1) ?? start
  return {
    line: toPath(isGrowing ? points.slice(0, -1) : points),
    open: isGrowing ? toPath(points.slice(-2)) : '',
    area: `${toPath(points)}L${end.x} ${height}L${start.x} ${height}Z`,
    end,
  }
}

function toPath(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
