import { openAuditCheck } from '../core/audit/audit-check.ts'
import { type Actor, parseAuditLine } from '../core/audit/audit-entry.ts'
import { AUDIT_FORMATS, exportAudit } from '../core/audit/audit-export.ts'
import { type Command, UsageError, withAccounts } from './command.ts'
import { toIso } from './site-commands.ts'
import { toTable } from './table.ts'

/** `audit list`. */
export const auditList: Command = {
  words: 'audit list',
  parameters: '',
  summary: 'Show what people and programs did here, the oldest first.',
  details: [
    'Sign-ins and failures, invitations, roles, settings, keys, removals. Nothing about visitors is in it.',
    'With --json, every entry with all that is known of it: to be kept elsewhere.',
  ],
  positionals: [],
  options: {},
  async run(world) {
    const entries = await withAccounts(world, async ({ auditStore }) => {
      const found = []
      for await (const line of auditStore.all()) found.push(parseAuditLine(line)?.entry)
      return found.filter(entry => entry !== undefined)
    })
    if (entries.length === 0) return { lines: ['Nothing was noted yet.'], json: [] }
    const rows = entries.map(
      ({ number, atSeconds, actor, action, site = '', subject = '', outcome = '' }) => [
        String(number),
        toIso(atSeconds).slice(0, 19),
        nameOf(actor),
        action,
        printable([site, subject, outcome].filter(text => text !== '').join(', ')),
      ],
    )
    const json = entries.map(({ atSeconds, ...entry }) => ({ ...entry, at: toIso(atSeconds) }))
    return { lines: toTable(['number', 'at (UTC)', 'who', 'did', 'about'], rows), json }
  },
}

/** `audit export`. */
export const auditExport: Command = {
  words: 'audit export',
  parameters: '--to FILE [--format jsonl|csv]',
  summary: 'Write all of the audit log into a file.',
  details: [
    'jsonl, the usual one: every line as it is kept, which "audit verify --file" can check. csv: for spreadsheets.',
    'The file must not be there yet. That it was exported is noted, as the last entry of the file.',
  ],
  positionals: [],
  options: { to: { required: true }, format: { required: false } },
  async run(world, { options }) {
    const { to = '', format: typed = 'jsonl' } = options
    const format = AUDIT_FORMATS.find(known => known === typed)
    if (format === undefined) throw new UsageError(`--format must be ${AUDIT_FORMATS.join(' or ')}.`)
    await withAccounts(world, async ({ audit, auditStore }) => {
      await audit.note({ actor: { kind: 'command_line' }, action: 'audit_log_exported', outcome: format })
      await world.writeFile(to, exportAudit(auditStore.all(), format))
    })
    return { lines: [`The audit log is in ${to}.`], json: { file: to, format } }
  },
}

/** `audit verify`. */
export const auditVerify: Command = {
  words: 'audit verify',
  parameters: '[--file FILE]',
  summary: 'Check that nothing was changed in the audit log.',
  details: [
    'Each entry names the hash of the one before it. A changed, removed or added entry breaks the chain.',
    'Note down the head now and then: a later log must still contain it.',
    '--file checks a file that "audit export" has written, and needs no database.',
  ],
  positionals: [],
  options: { file: { required: false } },
  async run(world, { options: { file } }) {
    const check = openAuditCheck()
    const read = async (lines: AsyncIterable<string>): Promise<void> => {
      for await (const line of lines) check.add(line)
    }
    if (file === undefined) await withAccounts(world, ({ auditStore }) => read(auditStore.all()))
    else await read(world.readLines(file))
    const { entries, oldest, head, brokenAt } = check.result()
    const since = oldest > 1 ? ` The time of those before number ${oldest} was over.` : ''
    return {
      lines: [
        brokenAt === undefined
          ? `The audit log is whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}.${since}`
          : `The audit log was changed: entry ${brokenAt} does not follow from the one before it.`,
        `Head: ${head}`,
      ],
      json: { entries, oldest, broken_at: brokenAt ?? null, head },
      ok: brokenAt === undefined,
    }
  },
}

/** Names of goals and segments may hold what a terminal takes for a command. */
function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, '\uFFFD')
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return actor.name
    case 'key':
      return actor.id
    case 'command_line':
      return 'command line'
    case 'hanki':
      return 'Hanki'
    case 'unknown':
      return '?'
  }
}
