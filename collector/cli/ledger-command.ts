import type { LedgerCheck } from '../core/identity/ledger-check.ts'
import type { Command } from './command.ts'

/** `ledger verify`. */
export const ledgerVerify: Command = {
  words: 'ledger verify',
  parameters: '',
  summary: 'Check the record of every day key that was made and destroyed.',
  details: [
    'Each line of key-ledger.jsonl names the hash of the line before it. A changed, removed or added line breaks the chain.',
    'Note down the head now and then: a later ledger must still contain it.',
  ],
  positionals: [],
  options: {},
  async run(world) {
    const check = await world.readLedger()
    return { lines: toLines(check), json: toJson(check), ok: check.brokenAt === undefined }
  },
}

function toLines({ lines, brokenAt, alive, destroyed, late, head }: LedgerCheck): readonly string[] {
  return [
    brokenAt === undefined
      ? `The ledger is whole: ${lines} ${lines === 1 ? 'line' : 'lines'}, each of which follows from the one before it.`
      : `The ledger was changed: line ${brokenAt} does not follow from the one before it.`,
    `Keys destroyed: ${destroyed}, of which late: ${late}. Keys alive: ${alive.size}.`,
    `Head: ${head}`,
  ]
}

function toJson({ lines, brokenAt, alive, destroyed, late, head }: LedgerCheck): object {
  return { lines, broken_at: brokenAt ?? null, destroyed, late, alive: alive.size, head }
}
