import type { Engagement } from './analytics-event.ts'

/** Engaged time is below this; a script that says more counts wrongly. */
const MAX_ENGAGED_MS = 30 * 86_400_000

/**
 * What an engagement event tells: `sd`, the scroll depth in percent, and `e`, the engaged time in ms. A value that is
 * missing or bad is not known; undefined when neither is. Source: wire format §1.
 */
export function parseEngagement(sd: unknown, e: unknown): Engagement | undefined {
  const depth = toNumber(sd)
  const engaged = toNumber(e)
  const scrollDepth = depth === undefined || depth < 0 ? undefined : Math.min(100, Math.round(depth))
  const engagedMs =
    engaged === undefined || engaged < 0 || engaged >= MAX_ENGAGED_MS ? undefined : Math.floor(engaged)
  if (scrollDepth === undefined && engagedMs === undefined) return undefined
  return { scrollDepth, engagedMs: engagedMs ?? 0 }
}

/** Forms send numbers as text. */
function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
