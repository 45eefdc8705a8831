import { csvLine } from '../csv/csv-line.ts'
import { parseAuditLine } from './audit-entry.ts'

/** How the audit log can be taken elsewhere. */
export const AUDIT_FORMATS = ['jsonl', 'csv'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

const COLUMNS = [
  'number',
  'at',
  'actor',
  'actor_id',
  'actor_name',
  'action',
  'site',
  'subject',
  'outcome',
  'previous',
]

/**
 * Lines of an export, each with its end. `jsonl`: the lines as they are, from which the chain can be checked. `csv`: their
 * fields with a heading, for spreadsheets; a line that was changed until it is none has its text as `action`.
 */
export async function* exportAudit(
  lines: AsyncIterable<string>,
  format: AuditFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${csvLine(COLUMNS)}\r\n`
  for await (const line of lines) yield format === 'csv' ? `${toCsv(line)}\r\n` : `${line}\n`
}

function toCsv(line: string): string {
  const parsed = parseAuditLine(line)
  if (parsed === undefined) return csvLine(['', '', '', '', '', line, '', '', '', ''])
  const { number, atSeconds, actor, action, site = '', subject = '', outcome = '' } = parsed.entry
  return csvLine([
    number,
    new Date(atSeconds * 1_000).toISOString(),
    actor.kind,
    'id' in actor ? actor.id : '',
    'name' in actor ? actor.name : '',
    action,
    site,
    subject,
    outcome,
    parsed.previous,
  ])
}
