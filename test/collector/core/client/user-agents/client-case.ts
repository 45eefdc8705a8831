import type { ClientHints } from '../../../../../collector/core/client/client-hints.ts'
import type { Device } from '../../../../../collector/core/event/analytics-event.ts'

/** A User-Agent as it is met in traffic, what it says, and perhaps the hints beside it. */
export type ClientCase = readonly [
  userAgent: string,
  browser: string,
  browserVersion: string,
  os: string,
  osVersion: string,
  device: Device,
  why: string,
  hints?: Partial<ClientHints>,
]

/** Parts that most User-Agents share. */
export const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'
export const KIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
export const WIN = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK}`
export const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
export const LINUX = `Mozilla/5.0 (X11; Linux x86_64) ${BLINK}`
export const K = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK}`
export const IPHONE18 = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${KIT}`
export const IPHONE26 = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${KIT}`
