/** What came of one fault. */
export interface Row {
  readonly fault: string
  readonly sent: number
  readonly acknowledged: number
  readonly refused: number
  /** The connection broke or nothing came back: such an event may be stored or not. */
  readonly unanswered: number
  /** Different events in the database. */
  readonly stored: number
  readonly lost: number
  readonly doubled: number
  readonly refusedButStored: number
  /** Acknowledged events that the fault itself wiped off the disk, and that are not stored. */
  readonly destroyed: number
  /** Requests by status or by the code of the broken connection. */
  readonly answers: Readonly<Record<string, number>>
  readonly slowestAnswerMs: number
  /** From the end of the fault until the journal was empty, ms; some of it is spent sending. */
  readonly drainMs: number
  /** What else is wrong, as sentences. */
  readonly complaints: readonly string[]
}

/** A fault that was not tried, or whose trial broke off. */
export interface MissingRow {
  readonly fault: string
  readonly skipped?: string
  readonly broken?: string
}

/** Nothing lost, nothing doubled, nothing else wrong. */
export function isSound(row: Row | MissingRow): boolean {
  if (!('sent' in row)) return row.broken === undefined
  return row.lost === 0 && row.doubled === 0 && row.complaints.length === 0
}

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['fault', row => row.fault],
  ['sent', row => String(row.sent)],
  ['acknowledged', row => String(row.acknowledged)],
  ['refused', row => String(row.refused)],
  ['unanswered', row => String(row.unanswered)],
  ['stored', row => String(row.stored)],
  ['lost', row => String(row.lost)],
  ['doubled', row => String(row.doubled)],
  ['answers', row => answersText(row.answers)],
  ['slowest ms', row => String(row.slowestAnswerMs)],
  ['drained ms', row => String(row.drainMs)],
]

/** The table of all faults as text, one line per fault, and below it what else there is to say. */
export function crashTable(rows: readonly (Row | MissingRow)[]): string {
  const cells = [
    COLUMNS.map(([title]) => title),
    ...rows.map(row => ('sent' in row ? COLUMNS.map(([, text]) => text(row)) : missingCells(row))),
  ]
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map(line => line[column]?.length ?? 0)))
  const lines = cells.map(line =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, ...rows.flatMap(notes)].join('\n')
}

function missingCells(row: MissingRow): string[] {
  return COLUMNS.map((_, column) => (column === 0 ? row.fault : '–'))
}

function notes(row: Row | MissingRow): string[] {
  if (!('sent' in row)) {
    return [
      row.skipped === undefined ? `${row.fault} broke off: ${row.broken}` : `${row.fault}: ${row.skipped}`,
    ]
  }
  const destroyed = `${row.fault}: ${row.destroyed} events were destroyed on the disk by the fault itself`
  return [...(row.destroyed > 0 ? [destroyed] : []), ...row.complaints.map(words => `${row.fault}: ${words}`)]
}

function answersText(answers: Row['answers']): string {
  return Object.entries(answers)
    .map(([answer, count]) => `${answer}×${count}`)
    .join(' ')
}
