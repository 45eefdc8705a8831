import type { ParseArgsConfig } from 'node:util'
import type { AuditLog } from '../accounts/audit-log.ts'
import type { Directory } from '../accounts/directory.ts'
import type { Deed } from '../core/audit/audit-entry.ts'
import type { LedgerCheck } from '../core/identity/ledger-check.ts'
import type { AuditStore } from '../core/ports.ts'
import type { Sealer } from '../sealing/sealer.ts'
import type { DoctorCheck } from './doctor.ts'
import type { CliMail } from './mail-command.ts'

/** What commands may use of the world; the program `cli.ts` provides it. */
export interface CliWorld {
  /** Prints a line for people or for the next program. */
  readonly out: (line: string) => void
  /** Prints a line about trouble. */
  readonly err: (line: string) => void
  /** Opens the accounts, with the running database or one started for this command. Throws with what to do. */
  readonly openDirectory: () => Promise<OpenedDirectory>
  /** Opens what seals days, in the same way. */
  readonly openSealing: () => Promise<OpenedSealing>
  /** Reads the ledger of day keys without changing it. */
  readonly readLedger: () => Promise<LedgerCheck>
  /** Writes texts into a new file that only its owner may read. Throws with what to do, when it is there already for one. */
  readonly writeFile: (file: string, texts: AsyncIterable<string>) => Promise<void>
  /** Lines of a file, without their ends. Throws with what to do. */
  readonly readLines: (file: string) => AsyncIterable<string>
  /** Undefined: Hanki sends no letters here. */
  readonly mail: CliMail | undefined
  /** What `doctor` looks at, in order. */
  readonly doctorChecks: readonly DoctorCheck[]
  /** Where browsers reach the dashboard. */
  readonly address: string
  /** Time zone of this machine, an IANA name. */
  readonly machineTimezone: string
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** What seals days, and the sites that they are of. */
export interface OpenedSealing extends OpenedDirectory {
  readonly sealer: Sealer
}

/** Accounts, and the log of what is done to them. */
export interface OpenedDirectory {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly auditStore: AuditStore
  close(): Promise<void>
}

/** What was typed after a command's words. */
export interface CommandInput {
  readonly positionals: readonly string[]
  /** Options by name; a flag that was given is `true`. */
  readonly options: Readonly<Record<string, string | undefined>>
}

/** What a command says when it is done: lines for people, and one value for `--json`. */
export interface CommandOutput {
  readonly lines: readonly string[]
  readonly json: unknown
  /** False ends the program with 1. Default true. */
  readonly ok?: boolean
}

/** One command of the command line. */
export interface Command {
  /** Its words, such as `site add`. */
  readonly words: string
  /** What follows the words, such as `DOMAIN [--timezone TZ]`; empty for nothing. */
  readonly parameters: string
  /** One sentence for the list of commands. */
  readonly summary: string
  /** More for `--help`, line by line. */
  readonly details: readonly string[]
  /** Names of its positional parameters, all required. */
  readonly positionals: readonly string[]
  /** Its own options; every one takes text, except for flags. */
  readonly options: Readonly<Record<string, { readonly required: boolean; readonly isFlag?: boolean }>>
  run(world: CliWorld, input: CommandInput): Promise<CommandOutput>
}

/** The command was typed wrongly; ends the program with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'usage'
}

/** The command could not be done; ends the program with 1. The message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code = 'command'
}

/** Runs work on the accounts and closes them whatever happens. */
export async function withAccounts<T>(
  world: CliWorld,
  work: (accounts: OpenedDirectory) => Promise<T>,
): Promise<T> {
  const opened = await world.openDirectory()
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/** Notes in the audit log what a command is about to do. */
export type Note = (deed: Omit<Deed, 'actor'>) => Promise<void>

/** Runs work on sites and people that is noted, and closes everything whatever happens. */
export function withDirectory<T>(
  world: CliWorld,
  work: (directory: Directory, note: Note) => Promise<T>,
): Promise<T> {
  return withAccounts(world, ({ directory, audit }) =>
    work(directory, deed => audit.note({ actor: { kind: 'command_line' }, ...deed })),
  )
}

/** Options that every command has. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']
