import type { Schema } from './event-schemas.ts'

const json = (name: string): Schema => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})
const droppedHeaders = {
  'x-hanki-dropped': {
    description: 'Only when the event was not counted: why.',
    schema: { $ref: '#/components/schemas/DropReason' },
  },
  'x-plausible-dropped': {
    description: 'The same, as a number of sites that did not count it.',
    schema: { type: 'string', pattern: '^\\d+$' },
  },
}
const retryAfter = { 'retry-after': { description: 'Seconds to wait.', schema: { type: 'string' } } }
const refused: Schema = {
  '401': { description: 'The API key is unknown or was revoked.', content: json('Error') },
  '413': { description: 'More than 64 kB, or 1 MB for an array.', content: json('EventErrors') },
  '429': {
    description: 'Too many events from this network or for this site. Nothing was taken.',
    headers: retryAfter,
    content: json('Error'),
  },
  '503': {
    description: 'Nothing can be stored at the moment. Nothing was taken.',
    headers: retryAfter,
    content: json('Error'),
  },
}
const event = { $ref: '#/components/schemas/Event' }

/** The way in, as OpenAPI describes it. Every example is sent to a real server by a test. */
export const EVENT_PATHS: Schema = {
  '/api/event': {
    post: {
      operationId: 'sendEvent',
      summary: 'Send one event, or an array of at most 1,000.',
      description:
        'Open to every origin. 202 means that every event that counts is on disk. Bad input is never answered with 5xx.',
      security: [{}, { apiKey: [] }],
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string' },
          description: 'With an API key: a repeated request of the same key counts once within 24 hours.',
        },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { oneOf: [event, { type: 'array', minItems: 1, maxItems: 1_000, items: event }] },
            examples: examples(),
          },
          'text/plain': { schema: { type: 'string', contentMediaType: 'application/json' } },
          'application/x-www-form-urlencoded': { schema: event },
          'multipart/form-data': { schema: event },
        },
      },
      responses: {
        '202': {
          description:
            'Taken. Of one event the text `ok`, also when it was not counted: then a header says why. Of an array one result per event.',
          headers: droppedHeaders,
          content: {
            'text/plain': { schema: { const: 'ok' } },
            'application/json': {
              schema: { type: 'array', items: { $ref: '#/components/schemas/EventResult' } },
            },
          },
        },
        '400': { description: 'The event, or the body, is wrong.', content: json('EventErrors') },
        ...refused,
      },
    },
  },
  '/api/event/pixel.gif': {
    get: {
      operationId: 'sendEventByImage',
      summary: 'Count a page view by a picture, for pages without JavaScript.',
      parameters: [
        { name: 'd', in: 'query', schema: { type: 'string' }, description: 'Domain of the site.' },
        {
          name: 'u',
          in: 'query',
          schema: { type: 'string' },
          description: 'URL of the page; without it, where the picture is shown.',
        },
        {
          name: 'r',
          in: 'query',
          schema: { type: 'string' },
          description: 'Where the page was opened from.',
        },
      ],
      responses: Object.fromEntries(
        [
          ['200', 'Counted, or not: then a header says why.'],
          ['400', 'The event is wrong.'],
          ['429', 'Too many events from this network or for this site.'],
          ['503', 'Nothing can be stored at the moment.'],
        ].map(([status, description]) => [
          status,
          {
            description: `${description} Always a transparent pixel.`,
            headers: droppedHeaders,
            content: { 'image/gif': { schema: { type: 'string', format: 'binary' } } },
          },
        ]),
      ),
    },
  },
}

function examples(): Schema {
  const page = { n: 'pageview', u: 'https://example.com/guide', d: 'example.com' }
  return {
    pageView: { summary: 'A page view', value: { ...page, r: 'https://www.bing.com/' } },
    customEvent: {
      summary: 'An event of your own, with a property and money',
      value: {
        ...page,
        n: 'Order',
        p: { plan: 'yearly' },
        $: { amount: '12.50', currency: 'EUR' },
      },
    },
    longNames: {
      summary: 'The same names in full',
      value: { name: 'Sign up', url: 'https://example.com/join', domain: 'example.com', interactive: false },
    },
    engagement: {
      summary: 'How long a page was read',
      value: { ...page, n: 'engagement', sd: 70, e: 12_000 },
    },
    array: { summary: 'Several events at once', value: [page, { ...page, u: 'https://example.com/prices' }] },
  }
}
