import type { MetricBody, QueryBody, QueryResultBody } from '../../../collector/http/contract.ts'

/**
 * An answer as CSV after RFC 4180, with the API's names in the first line: a column per dimension and metric. Cells that a
 * spreadsheet would run as a formula are made text with an apostrophe. Money is its amount; nothing known is an empty cell.
 */
export function toCsv(question: QueryBody, answer: QueryResultBody): string {
  const head = [...(question.dimensions ?? []), ...question.metrics]
  const rows = answer.results.map(row => [...row.dimensions, ...row.metrics.map(toPlainValue)])
  return [head, ...rows].map(cells => `${cells.map(toCell).join(',')}\r\n`).join('')
}

/** An answer as JSON: a list of objects with the API's names. */
export function toJson(question: QueryBody, answer: QueryResultBody): string {
  const rows = answer.results.map(row =>
    Object.fromEntries([
      ...(question.dimensions ?? []).map((name, index) => [name, row.dimensions[index] ?? '']),
      ...question.metrics.map((name, index) => [name, row.metrics[index] ?? null]),
    ]),
  )
  return `${JSON.stringify(rows, null, 2)}\n`
}

/** A question as a command for a POSIX shell; `YOUR_KEY` stands where an API key belongs. `origin` ends before the path. */
export function toCurl(question: QueryBody, origin: string): string {
  return [
    `curl ${quote(`${origin}/api/v2/query`)}`,
    `-H 'Authorization: Bearer YOUR_KEY'`,
    `-H 'Content-Type: application/json'`,
    `--data ${quote(JSON.stringify(question))}`,
  ].join(' \\\n  ')
}

/** The name of a file: of which site, what is in it, and nothing that a file system refuses. */
export function toFileName(title: string, domain: string, ending: 'csv' | 'json' | 'png'): string {
  const plain = `${domain} ${title}`.normalize('NFC').replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
  return `${plain.replaceAll(/^-+|-+$/g, '').slice(0, 120)}.${ending}`
}

/** Hands a file to the browser to be kept. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Spreadsheets take a cell that begins so for a formula; numbers of the API are written by us and stay numbers. */
const FORMULA = /^[=+\-@\t\r]/

function toCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const guarded = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function toPlainValue(value: MetricBody): number | null {
  return typeof value === 'object' ? (value?.value ?? null) : value
}

/** For a POSIX shell: nothing inside single quotes means anything but a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
