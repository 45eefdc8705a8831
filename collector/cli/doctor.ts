import type { Command } from './command.ts'

/** What one look found. */
export interface Finding {
  readonly ok: boolean
  /** What was found and, when it is not well, what to do. */
  readonly message: string
}

/** One thing that must be well for Hanki to work. */
export interface DoctorCheck {
  /** What is looked at, in a word or two. */
  readonly name: string
  /** Looks. A throw counts as a finding that is not well, with its message. */
  look(): Promise<Finding> | Finding
}

/** `doctor`. */
export const doctor: Command = {
  words: 'doctor',
  parameters: '',
  summary: 'Look whether everything is well, and say what to do.',
  details: ['Ends with 1 when something is not well.'],
  positionals: [],
  options: {},
  async run(world) {
    const findings: (Finding & { name: string })[] = []
    for (const check of world.doctorChecks) findings.push({ name: check.name, ...(await look(check)) })
    const width = Math.max(...findings.map(({ name }) => name.length))
    const ok = findings.every(finding => finding.ok)
    return {
      lines: findings.map(
        finding => `${finding.ok ? 'ok  ' : 'FAIL'}  ${finding.name.padEnd(width)}  ${finding.message}`,
      ),
      json: { ok, checks: findings.map(({ name, ok, message }) => ({ name, ok, message })) },
      ok,
    }
  },
}

async function look(check: DoctorCheck): Promise<Finding> {
  try {
    return await check.look()
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
