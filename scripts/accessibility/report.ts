import type { Finding } from './page-check.ts'

/** One view in one look. */
export interface Cell {
  readonly view: string
  readonly look: string
  readonly findings: readonly Finding[]
}

/** A table of views and looks with the number of findings in each, and below it what they are. */
export function toTable(cells: readonly Cell[]): string {
  const looks = [...new Set(cells.map(({ look }) => look))]
  const views = [...new Set(cells.map(({ view }) => view))]
  const width = Math.max(...views.map(view => view.length), 'view'.length)
  const numberOf = (view: string, look: string) =>
    cells.find(cell => cell.view === view && cell.look === look)?.findings.length
  const line = (first: string, others: readonly string[]) =>
    first.padEnd(width + 2) + others.map(text => text.padStart(8)).join('')
  const findings = cells.flatMap(({ view, look, findings: found }) =>
    found.map(({ kind, words }) => `${view}, ${look}: ${kind}: ${words}`),
  )
  return [
    line('view', looks),
    ...views.map(view =>
      line(
        view,
        looks.map(look => String(numberOf(view, look) ?? '')),
      ),
    ),
    '',
    ...findings,
    `${findings.length} findings in ${cells.length} pages`,
  ].join('\n')
}
