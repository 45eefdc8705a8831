/** The tokens a canvas draws with, as CSS colours. */
export interface ChartColors {
  readonly line: string
  /** The area under the line at its top; it fades to nothing. */
  readonly fill: string
  readonly earlier: string
  readonly grid: string
  readonly text: string
  readonly ground: string
  readonly ink: string
  /** Marks of what people noted. */
  readonly note: string
}

/** Reads the tokens that are in force on an element; call it again when the theme changes. */
export function readChartColors(element: Element): ChartColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    line: token('--ice'),
    fill: token('--ice-fill'),
    earlier: token('--ink-3'),
    grid: token('--line'),
    text: token('--ink-3'),
    ground: token('--card'),
    ink: token('--ink'),
    note: token('--warm'),
  }
}
