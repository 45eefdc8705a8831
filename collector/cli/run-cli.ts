import { parseArgs } from 'node:util'
import { auditExport, auditList, auditVerify } from './audit-commands.ts'
import { type CliWorld, COMMON_OPTIONS, type Command, type CommandInput, UsageError } from './command.ts'
import { doctor } from './doctor.ts'
import { helpOf, helpOfAll } from './help.ts'
import { keyAdd, keyList, keyRevoke } from './key-commands.ts'
import { ledgerVerify } from './ledger-command.ts'
import { mailTest } from './mail-command.ts'
import { seal } from './seal-command.ts'
import { setupLink } from './setup-link-command.ts'
import { siteAdd, siteList, siteRemove, siteRename, siteReset } from './site-commands.ts'
import { siteSettings, siteTimezone } from './site-settings-commands.ts'
import { userList, userOperator, userRemove, userReset } from './user-commands.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  siteAdd,
  siteList,
  siteSettings,
  siteTimezone,
  siteRename,
  siteReset,
  siteRemove,
  keyAdd,
  keyList,
  keyRevoke,
  setupLink,
  userList,
  userReset,
  userOperator,
  userRemove,
  seal,
  ledgerVerify,
  auditList,
  auditExport,
  auditVerify,
  mailTest,
  doctor,
]

/** Runs what was typed; returns the exit code: 0 done, 1 could not be done, 2 typed wrongly. Never throws. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<0 | 1 | 2> {
  const isJson = args.includes('--json')
  try {
    const first = args[0]
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      for (const line of helpOfAll(COMMANDS)) world.out(line)
      return first === undefined ? 2 : 0
    }
    const command = findCommand(args)
    const rest = args.slice(command.words.split(' ').length)
    if (rest.includes('--help') || rest.includes('-h')) {
      for (const line of helpOf(command)) world.out(line)
      return 0
    }
    const output = await command.run(world, readInput(command, rest))
    if (isJson) world.out(JSON.stringify(output.json))
    else for (const line of output.lines) world.out(line)
    return output.ok === false ? 1 : 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    world.err(isJson ? JSON.stringify({ error: message }) : message)
    return error instanceof UsageError ? 2 : 1
  }
}

function findCommand(args: readonly string[]): Command {
  const command = COMMANDS.find(({ words }) => words.split(' ').every((word, index) => args[index] === word))
  if (command !== undefined) return command
  const related = COMMANDS.filter(({ words }) => words.split(' ')[0] === args[0])
  const typed = args
    .slice(0, related.length > 0 ? 2 : 1)
    .filter(word => !word.startsWith('-'))
    .join(' ')
  const known = (related.length > 0 ? related : COMMANDS).map(({ words }) => words).join(', ')
  throw new UsageError(`There is no command "${typed}". Commands are: ${known}. For more: hanki --help`)
}

function readInput(command: Command, args: readonly string[]): CommandInput {
  const own = Object.fromEntries(
    Object.entries(command.options).map(([name, { isFlag }]) => [
      name,
      { type: isFlag === true ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const hint = `Type: hanki ${command.words} ${command.parameters}`.trimEnd()
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...args], options: { ...own, ...COMMON_OPTIONS }, allowPositionals: true })
  } catch (cause) {
    const words = cause instanceof Error ? cause.message.split('. ')[0] : 'This cannot be read'
    throw new UsageError(`${words}. ${hint}`, { cause })
  }
  const { positionals, values } = parsed
  const missing = command.positionals[positionals.length]
  if (missing !== undefined) throw new UsageError(`${missing} is missing. ${hint}`)
  const surplus = positionals[command.positionals.length]
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one word too many. ${hint}`)
  const options: Record<string, string | undefined> = {}
  for (const [name, { required }] of Object.entries(command.options)) {
    const value = values[name]
    if (typeof value === 'string') options[name] = value
    else if (value === true) options[name] = 'true'
    else if (required) throw new UsageError(`--${name} is missing. ${hint}`)
  }
  return { positionals, options }
}
