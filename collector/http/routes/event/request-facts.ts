import type { IncomingHttpHeaders } from 'node:http'
import { MAX_BRANDS_LENGTH, NO_HINTS } from '../../../core/client/client-hints.ts'
import type { RequestFacts } from '../../../ingest/request-facts.ts'
import { headerText } from '../../header-text.ts'

/** What a browser's own headers say of its visitor. */
export function factsOfHeaders(headers: IncomingHttpHeaders): RequestFacts {
  const purpose =
    headerText(headers, 'sec-purpose') || headerText(headers, 'purpose') || headerText(headers, 'x-purpose')
  return {
    userAgent: headerText(headers, 'user-agent'),
    acceptLanguage: headerText(headers, 'accept-language'),
    hints: {
      platform: headerText(headers, 'sec-ch-ua-platform').replaceAll('"', ''),
      mobile: headerText(headers, 'sec-ch-ua-mobile') === '?1',
      brands: headerText(headers, 'sec-ch-ua').slice(0, MAX_BRANDS_LENGTH),
    },
    objects: headers['sec-gpc'] === '1' || headers['dnt'] === '1',
    prefetch: purpose !== '' && /prefetch|prerender|preview/i.test(purpose),
  }
}

/** What a server-side caller tells of a visitor; nothing of the caller's own headers is the visitor's. */
export function factsOfUserAgent(userAgent: string): RequestFacts {
  return {
    userAgent,
    acceptLanguage: '',
    hints: NO_HINTS,
    objects: false,
    prefetch: false,
  }
}
