import type {
  PublicViewBody,
  PublicViewWishesBody,
  ShareLimitsBody,
} from '../../../collector/http/contract.ts'
import { toEntries, toText } from './text-list.ts'

/** Minimums that are offered; the API takes others, too. */
export const MINIMUMS = [0, 3, 5, 10, 20, 50] as const

/** What a link, or the public view, is to be limited to, as a form holds it. */
export interface ShareWishes {
  /** Id of a segment; `kept`: the one that it is limited to already; empty: everything is shown. */
  segmentId: string
  minimum: number
  /** One per line. */
  origins: string
}

export const NO_WISHES: ShareWishes = { segmentId: '', minimum: 0, origins: '' }

/** The form's words for the API. */
export function toLimits({ segmentId, minimum, origins }: ShareWishes): ShareLimitsBody {
  return { ...toPublicLimits({ segmentId, minimum, origins }), segment_id: Number(segmentId) || null }
}

/** The same of the public view, which may keep the segment that it has. */
export function toPublicLimits({ segmentId, minimum, origins }: ShareWishes): PublicViewWishesBody {
  return {
    segment_id: segmentId === 'kept' ? 'kept' : Number(segmentId) || null,
    minimum_visitors: minimum,
    origins: toEntries(origins),
  }
}

/** A form that shows what is so. */
export function toWishes({ segment, minimum_visitors, origins }: PublicViewBody): ShareWishes {
  return {
    segmentId: segment === null ? '' : 'kept',
    minimum: minimum_visitors,
    origins: toText(origins),
  }
}
