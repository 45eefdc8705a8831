/** What a spreadsheet takes for a formula, or for what comes before one. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A line of CSV (RFC 4180) without its end. A text that a spreadsheet would take for a formula gets an apostrophe before it:
 * names come from people, and whoever opens the file must not run what they wrote. Source: OWASP, CSV Injection.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cell => (typeof cell === 'number' ? String(cell) : quoted(guarded(cell)))).join(',')
}

/** Lines of such cells, the names of the columns first. */
export function csvTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows].map(csvLine).join('\r\n')}\r\n`
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
