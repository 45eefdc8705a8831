import type { ClientFacts } from '../../../collector/core/event/analytics-event.ts'
import type { Random } from '../../demo/random.ts'

/** What is kept of a browser; frozen User-Agents leave few that differ. */
export type Look = ClientFacts

const look = (
  browser: string,
  browserVersion: string,
  os: string,
  osVersion: string,
  device: Look['device'],
) => ({
  browser,
  browserVersion,
  os,
  osVersion,
  device,
  language: 'fi',
})

/** Shares as European sites see them in 2026; weights are percent of phones and of computers. */
const PHONES = [
  { weight: 34, look: look('Safari', '26', 'iOS', '26', 'Mobile') },
  { weight: 8, look: look('Safari', '18', 'iOS', '18', 'Mobile') },
  { weight: 34, look: look('Chrome', '142', 'Android', '', 'Mobile') },
  { weight: 8, look: look('Chrome', '141', 'Android', '', 'Mobile') },
  { weight: 9, look: look('Samsung Internet', '28', 'Android', '', 'Mobile') },
  { weight: 4, look: look('Firefox', '144', 'Android', '', 'Mobile') },
  { weight: 3, look: look('Google app', '390', 'iOS', '26', 'Mobile') },
]
const COMPUTERS = [
  { weight: 42, look: look('Chrome', '142', 'Windows', '', 'Desktop') },
  { weight: 8, look: look('Chrome', '141', 'Windows', '', 'Desktop') },
  { weight: 16, look: look('Edge', '142', 'Windows', '', 'Desktop') },
  { weight: 7, look: look('Firefox', '144', 'Windows', '', 'Desktop') },
  { weight: 12, look: look('Safari', '26', 'macOS', '', 'Desktop') },
  { weight: 9, look: look('Chrome', '142', 'macOS', '', 'Desktop') },
  { weight: 6, look: look('Firefox', '144', 'Linux', '', 'Desktop') },
]

/** Share of an office's computers that its administrators keep alike. */
const MANAGED_SHARE = 0.8

/** One device of a person. */
export interface Device {
  /** From 0, different for every device. */
  readonly id: number
  readonly person: number
  readonly kind: 'phone' | 'computer'
  readonly look: Look
}

export function choosePhone(random: Random): Look {
  return random.pick(PHONES).look
}

export function chooseComputer(random: Random): Look {
  return random.pick(COMPUTERS).look
}

/** A computer of an office whose machines are mostly `standard`. */
export function chooseOfficeComputer(random: Random, standard: Look): Look {
  return random.chance(MANAGED_SHARE) ? standard : chooseComputer(random)
}
