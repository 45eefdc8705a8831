import type { Command } from './command.ts'

/** Help for one command, line by line. */
export function helpOf({ words, parameters, summary, details }: Command): readonly string[] {
  return [
    `Usage: hanki ${words} ${parameters}`.trimEnd(),
    '',
    summary,
    ...(details.length === 0 ? [] : ['', ...details.map(line => `  ${line}`)]),
    '',
    '  --json  print the result as JSON',
  ]
}

/** The list of all commands, line by line. */
export function helpOfAll(commands: readonly Command[]): readonly string[] {
  const usages = commands.map(({ words, parameters }) => `${words} ${parameters}`.trimEnd())
  const width = Math.max(...usages.map(usage => usage.length))
  return [
    'Usage: hanki COMMAND [--json] [--help]',
    '',
    ...commands.map(({ summary }, index) => `  ${(usages[index] ?? '').padEnd(width)}  ${summary}`),
    '',
    'Works beside a running collector and without one. Settings such as HANKI_DATA come from the environment.',
  ]
}
