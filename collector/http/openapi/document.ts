import { EVENT_PATHS } from './event-paths.ts'
import { DROP_REASON, ERROR, EVENT, EVENT_ERRORS, EVENT_RESULT, type Schema } from './event-schemas.ts'
import { QUERY_PATHS } from './query-paths.ts'
import { SITE_PATHS, SITE_SCHEMAS } from './site-paths.ts'

/** The HTTP API in OpenAPI 3.1. Source: https://spec.openapis.org/oas/v3.1.0 */
export const OPENAPI: Schema = {
  openapi: '3.1.0',
  info: {
    title: 'Hanki',
    version: '1',
    description:
      'Web statistics that follow nobody. Answers in words; bad input is never answered with 5xx. A collector with ' +
      'HANKI_ROLE=collect takes events, answers questions and reads sites, goals, segments, annotations and funnels; everything else it answers ' +
      'with 403 and the words "Ask the control collector for this."',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/' }],
  paths: { ...EVENT_PATHS, ...QUERY_PATHS, ...SITE_PATHS },
  components: {
    schemas: {
      Event: EVENT,
      EventErrors: EVENT_ERRORS,
      EventResult: EVENT_RESULT,
      DropReason: DROP_REASON,
      Error: ERROR,
      ...SITE_SCHEMAS,
    },
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', description: 'An API key; `hanki key add` makes one.' },
    },
  },
}
