import type { Random } from '../../demo/random.ts'
import { BROWSERS, IN_APP_BROWSERS } from '../../demo/user-agents.ts'

/** Share of people who have the newest version of their browser. */
const UP_TO_DATE = 0.6

const CHROME = majors(138, 153, major => `${major}.0.0.0`)
const FIREFOX = majors(140, 155, major => `${major}.0`)
const SAFARI = [
  '26.5',
  '26.4',
  '26.3',
  '26.2',
  '26.1',
  '26.0',
  '18.6',
  '18.5',
  '18.4',
  '18.3',
  '18.2',
  '18.1',
]

/** About 200 User-Agents in the shares of real browsers: weights are percent of people, newest version first. */
const BROWSER_FAMILIES = [...BROWSERS, ...IN_APP_BROWSERS].map(({ weight, template, versions }) => ({
  weight,
  userAgents: versionsOf(template, versions).map(version => template.replaceAll('{version}', version)),
}))

/** The User-Agent of one person. */
export function chooseUserAgent(random: Random): string {
  const { userAgents } = random.pick(BROWSER_FAMILIES)
  return random.chance(UP_TO_DATE) ? (userAgents[0] ?? '') : random.oneOf(userAgents)
}

/** More versions than the demo needs: a collector that remembers User-Agents must have many to remember. */
function versionsOf(template: string, fallback: readonly string[]): readonly string[] {
  if (template.includes(' Chrome/{version}')) return CHROME
  if (template.includes(' Firefox/{version}')) return FIREFOX
  if (template.includes(' Version/{version}')) return SAFARI
  return fallback
}

/** Newest first. */
function majors(oldest: number, newest: number, toVersion: (major: number) => string): readonly string[] {
  return Array.from({ length: newest - oldest + 1 }, (_, index) => toVersion(newest - index))
}
