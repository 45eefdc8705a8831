import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteId } from '../../../../collector/core/ids.ts'
import { referenceAnswer } from '../../../reference/reference-answer.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { anEvent, aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { askEvents, queryOf } from '../../../support/queries.ts'
import { aVisit } from '../../../support/visits.ts'

const helsinki = aSite({ id: 1 as SiteId })
const kolkata = aSite({ id: 2 as SiteId, timezone: 'Asia/Kolkata' })
const clocks = aSite({ id: 3 as SiteId })
const google = { acquisition: { ...anEvent().acquisition, source: 'Google' } }

/** 10 and 11 March in Helsinki: 5 visits, 4 visitors of a day, 7 page views; counted by hand below. */
const SMALL = [
  // A bounce of 90 s: engagement prolongs it and keeps it a bounce.
  ...aVisit({
    site: helsinki,
    day: '2026-03-10',
    visitor: 1,
    steps: ['10:00 /', '10:01:30 ~/'],
    facts: google,
  }),
  // The same visitor again after more than half an hour: three pages in 10 minutes.
  ...aVisit({
    site: helsinki,
    day: '2026-03-10',
    visitor: 1,
    visit: 2,
    steps: ['10:55 /a', '11:00 /b', '11:05 /'],
  }),
  // One page, but a sign-up: no bounce; 60 s; until the last second of the day.
  ...aVisit({ site: helsinki, day: '2026-03-10', visitor: 2, steps: ['23:58:59 /a', '23:59:59 Signup'] }),
  // What goes on after midnight is a visit of its own, of an id of its own: one page and an event that is not interactive.
  ...aVisit({ site: helsinki, day: '2026-03-11', visitor: 2, steps: ['00:00 /a', '00:00:10 Scroll?'] }),
  ...aVisit({ site: helsinki, day: '2026-03-11', visitor: 3, steps: ['12:00 /b', '12:30 /c'] }).slice(0, 1),
]
const KOLKATA = [
  ...aVisit({ site: kolkata, day: '2026-03-10', visitor: 1, steps: ['00:10 /', '00:40 /a'] }),
  ...aVisit({ site: kolkata, day: '2026-03-10', visitor: 2, steps: ['23:45 /'] }),
]
const CLOCKS = [
  ...aVisit({ site: clocks, day: '2026-03-29', visitor: 1, steps: ['02:30 /', '04:10 /a'] }),
  ...aVisit({ site: clocks, day: '2026-10-25', visitor: 1, steps: ['03:10 /'] }),
  // The hour that comes again.
  ...aVisit({ site: clocks, day: '2026-10-25', visitor: 2, steps: ['03:20 /'] }).map(event => ({
    ...event,
    timestampSeconds: event.timestampSeconds + 3_600,
  })),
  ...aVisit({ site: clocks, day: '2026-10-25', visitor: 3, steps: ['23:59:59 /'] }),
]

/** A site whose pages are read: /a by two visits for 10 and 5 s, to 80 and 40 %; /b by one, of which only the depth is known. */
const readers = aSite({ id: 4 as SiteId })
const reading = (
  visitor: number,
  time: string,
  page: string,
  scrollDepth: number | undefined,
  engagedMs: number,
) =>
  aVisit({ site: readers, day: '2026-03-10', visitor, steps: [`${time} ~${page}`] }).map(event => ({
    ...event,
    engagement: { scrollDepth, engagedMs },
  }))
const READERS = [
  ...aVisit({ site: readers, day: '2026-03-10', visitor: 1, steps: ['10:00 /a', '10:10 /b'] }),
  ...reading(1, '10:05', '/a', 50, 4_000),
  ...reading(1, '10:09', '/a', 80, 6_000),
  ...reading(1, '10:12', '/b', 30, 0),
  ...aVisit({ site: readers, day: '2026-03-10', visitor: 2, steps: ['11:00 /a', '11:03 /c'] }),
  ...reading(2, '11:02', '/a', 40, 5_400),
]

const ALL = ['visitors', 'visits', 'pageviews', 'views_per_visit', 'bounce_rate', 'visit_duration']
const BOTH = ['2026-03-10', '2026-03-11']

describe('answers in worlds counted by hand', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(engine.client, [...SMALL, ...KOLKATA, ...CLOCKS, ...READERS])
  })
  afterAll(() => engine.close())

  test.each([
    {
      why: 'visits 90, 600, 60, 10, 0 s make a mean of 152; 3 of 5 bounce; 7 views ÷ 5',
      body: { metrics: ALL, date_range: BOTH },
      rows: [{ dimensions: [], metrics: [4, 5, 7, 1.4, 60, 152] }],
    },
    {
      why: 'midnight of the site parts the days',
      body: { metrics: ALL, date_range: BOTH, dimensions: ['time:day'] },
      rows: [
        { dimensions: ['2026-03-10'], metrics: [2, 3, 5, 1.67, 33, 250] },
        { dimensions: ['2026-03-11'], metrics: [2, 2, 2, 1, 100, 5] },
      ],
    },
    {
      why: 'a visit counts in the hour in which it started, its pages in theirs',
      body: {
        metrics: ['visitors', 'visits', 'pageviews'],
        date_range: ['2026-03-10', '2026-03-10'],
        dimensions: ['time:hour'],
      },
      rows: [
        { dimensions: ['2026-03-10 10:00:00'], metrics: [1, 2, 2] },
        { dimensions: ['2026-03-10 11:00:00'], metrics: [1, 0, 2] },
        { dimensions: ['2026-03-10 23:00:00'], metrics: [1, 1, 1] },
      ],
    },
    {
      why: 'visit metrics of a page are those of visits that entered on it',
      body: {
        metrics: ['visitors', 'pageviews', 'bounce_rate', 'visit_duration'],
        date_range: BOTH,
        dimensions: ['event:page'],
      },
      rows: [
        { dimensions: ['/a'], metrics: [3, 3, 33, 223] },
        { dimensions: ['/b'], metrics: [2, 2, 100, 0] },
        { dimensions: ['/'], metrics: [1, 2, 100, 90] },
      ],
    },
    {
      why: 'a page filter keeps visits that entered there, visitors who were there',
      body: {
        metrics: ['visitors', 'visits', 'pageviews', 'bounce_rate'],
        date_range: BOTH,
        filters: [['is', 'event:page', ['/']]],
      },
      rows: [{ dimensions: [], metrics: [1, 2, 2, 100] }],
    },
    {
      why: 'an event filter keeps visits in which it happened',
      body: {
        metrics: ['visitors', 'bounce_rate', 'visit_duration'],
        date_range: BOTH,
        filters: [['is', 'event:name', ['Signup']]],
      },
      rows: [{ dimensions: [], metrics: [1, 0, 60] }],
    },
    {
      why: 'entry and exit pages are the first and last page view of the visit',
      body: {
        metrics: ['visits', 'visitors'],
        date_range: BOTH,
        dimensions: ['visit:entry_page', 'visit:exit_page'],
      },
      rows: [
        { dimensions: ['/a', '/a'], metrics: [2, 2] },
        { dimensions: ['/', '/'], metrics: [1, 1] },
        { dimensions: ['/a', '/'], metrics: [1, 1] },
        { dimensions: ['/b', '/b'], metrics: [1, 1] },
      ],
    },
    {
      why: 'the word for no source is a value like any other',
      body: {
        metrics: ['visits'],
        date_range: BOTH,
        dimensions: ['visit:source'],
        filters: [['is', 'visit:source', ['Direct / None']]],
      },
      rows: [{ dimensions: ['Direct / None'], metrics: [4] }],
    },
    {
      why: 'case may be ignored',
      body: {
        metrics: ['visits'],
        date_range: BOTH,
        filters: [['contains', 'visit:source', ['GOO'], { case_sensitive: false }]],
      },
      rows: [{ dimensions: [], metrics: [1] }],
    },
    {
      why: 'from 11:00 on: no visit that started earlier, but its pages and its visitor',
      body: { metrics: ALL, date_range: ['2026-03-10T11:00:00', '2026-03-10T23:59:00'] },
      rows: [{ dimensions: [], metrics: [2, 1, 3, 1, 100, 0] }],
    },
    {
      why: 'nothing happened: counts are 0, means are unknown',
      body: { metrics: ALL, date_range: ['2026-03-01', '2026-03-02'] },
      rows: [{ dimensions: [], metrics: [0, 0, 0, null, null, null] }],
    },
    {
      why: 'nothing happened: no rows',
      body: { metrics: ALL, date_range: ['2026-03-01', '2026-03-02'], dimensions: ['time:day'] },
      rows: [],
    },
  ])('answers $body.metrics by $body.dimensions: $why', async ({ body, rows }) => {
    const query = queryOf(body, helsinki)
    expect((await askEvents(engine.client, query)).rows).toEqual(rows)
    expect(referenceAnswer(SMALL, query)).toEqual(rows)
  })

  test('cuts hours by the wall clock in a zone of half an hour', async () => {
    const body = {
      metrics: ['pageviews'],
      date_range: ['2026-03-10', '2026-03-10'],
      dimensions: ['time:hour'],
    }
    expect((await askEvents(engine.client, queryOf(body, kolkata))).rows).toEqual([
      { dimensions: ['2026-03-10 00:00:00'], metrics: [2] },
      { dimensions: ['2026-03-10 23:00:00'], metrics: [1] },
    ])
  })

  test.each([
    {
      day: '2026-03-29',
      rows: [
        { dimensions: ['2026-03-29 02:00:00'], metrics: [1, 1, 2_400] },
        { dimensions: ['2026-03-29 04:00:00'], metrics: [1, 0, null] },
      ],
      why: 'from 02:30 to 04:10 it is 40 minutes when the clock springs forward',
    },
    {
      day: '2026-10-25',
      rows: [
        { dimensions: ['2026-10-25 03:00:00'], metrics: [2, 2, 0] },
        { dimensions: ['2026-10-25 23:00:00'], metrics: [1, 1, 0] },
      ],
      why: 'the hour that comes twice is one bucket, and the day ends 25 hours after it began',
    },
  ])('keeps to the wall clock on $day: $why', async ({ day, rows }) => {
    const body = {
      metrics: ['pageviews', 'visits', 'visit_duration'],
      date_range: [day, day],
      dimensions: ['time:hour'],
    }
    const query = queryOf(body, clocks, '2026-12-01T00:00:00Z')
    expect((await askEvents(engine.client, query)).rows).toEqual(rows)
  })

  test('counts all rows before the page of them is cut, even past the end', async () => {
    const body = {
      metrics: ['visitors'],
      date_range: BOTH,
      dimensions: ['event:page'],
      include: { total_rows: true },
    }
    const page = async (pagination: object) =>
      askEvents(engine.client, queryOf({ ...body, pagination }, helsinki))
    expect(await page({ limit: 1, offset: 1 })).toMatchObject({
      rows: [{ dimensions: ['/b'], metrics: [2] }],
      totalRows: 3,
    })
    expect(await page({ limit: 5, offset: 50 })).toMatchObject({ rows: [], totalRows: 3 })
  })

  test.each([
    {
      why: '10 and 5.4 s of two visits make 7.7, rounded to 8; what nobody read has nothing',
      body: { metrics: ['pageviews', 'time_on_page', 'scroll_depth'], dimensions: ['event:page'] },
      rows: [
        { dimensions: ['/a'], metrics: [2, 8, 60] },
        { dimensions: ['/b'], metrics: [1, null, 30] },
        { dimensions: ['/c'], metrics: [1, null, null] },
      ],
    },
    {
      why: 'of one page',
      body: { metrics: ['time_on_page', 'scroll_depth'], filters: [['is', 'event:page', ['/a']]] },
      rows: [{ dimensions: [], metrics: [8, 60] }],
    },
    {
      why: 'of the site, the deepest of each visit on each page counts once',
      body: { metrics: ['visits', 'visit_duration', 'time_on_page', 'scroll_depth'] },
      // Engagement prolongs visits: 10:00 to 10:12, 11:00 to 11:03; depths 80, 30, 40.
      rows: [{ dimensions: [], metrics: [2, 450, 8, 50] }],
    },
    {
      why: 'of visits that entered elsewhere: none',
      body: { metrics: ['time_on_page'], filters: [['is', 'visit:entry_page', ['/c']]] },
      rows: [{ dimensions: [], metrics: [null] }],
    },
  ])('counts reading: $why', async ({ body, rows }) => {
    const query = queryOf({ ...body, date_range: ['2026-03-10', '2026-03-10'] }, readers)
    expect((await askEvents(engine.client, query)).rows).toEqual(rows)
    expect(referenceAnswer(READERS, query)).toEqual(rows)
  })

  test('sees no events of another site', async () => {
    const other = aSite({ id: 99 as SiteId })
    const answer = await askEvents(
      engine.client,
      queryOf({ metrics: ['pageviews'], date_range: BOTH }, other),
    )
    expect(answer.rows).toEqual([{ dimensions: [], metrics: [0] }])
  })
})
