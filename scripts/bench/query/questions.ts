import type { QueryBody } from '../../../collector/http/contract.ts'
import { PANELS } from '../../../dashboard/src/lib/panels.ts'
import type { PeriodName } from '../../../dashboard/src/lib/periods.ts'
import { figuresQuestion, panelQuestion, seriesQuestion } from '../../../dashboard/src/lib/questions.ts'
import { USUAL_VIEW, type View, type ViewFilter } from '../../../dashboard/src/lib/view-url.ts'
import { TODAY, yearOfDays } from './world.ts'

/** Rows that a panel shows, as the dashboard asks. */
const PANEL_ROWS = 9

/** What somebody looks at. */
export interface Look {
  readonly period: string
  readonly filters: string
  readonly view: View
}

const PERIODS: readonly { readonly name: string; readonly view: Pick<View, 'period'> & Partial<View> }[] = [
  { name: 'today', view: { period: 'today' } },
  { name: '7 days', view: { period: '7d' } },
  { name: '30 days', view: { period: '30d' } },
  { name: '91 days', view: { period: '91d' } },
  {
    name: '365 days',
    view: { period: 'custom' as PeriodName, days: { from: yearOfDays()[0] ?? '', to: TODAY } },
  },
]

const COUNTRY: ViewFilter = { operator: 'is', dimension: 'visit:country', values: ['FI'] }
const BROWSER: ViewFilter = { operator: 'is', dimension: 'visit:browser', values: ['Chrome'] }
const PAGES: ViewFilter = { operator: 'contains', dimension: 'event:page', values: ['/blog'] }

const FILTERS: readonly { readonly name: string; readonly filters: readonly ViewFilter[] }[] = [
  { name: 'none', filters: [] },
  { name: 'one', filters: [COUNTRY] },
  { name: 'one, of pages', filters: [PAGES] },
  { name: 'three', filters: [COUNTRY, BROWSER, PAGES] },
]

/** Every period with every filter. */
export const LOOKS: readonly Look[] = PERIODS.flatMap(period =>
  FILTERS.map(({ name, filters }) => ({
    period: period.name,
    filters: name,
    view: { ...USUAL_VIEW, ...period.view, filters },
  })),
)

/** The lists that are compared: what the panels split by first, without goals, which the plain way does not know. */
export const LISTS = PANELS.map(({ tabs }) => tabs[0].dimensions[0]).filter(one => one !== 'event:goal')

/** What a dashboard asks on its first load. */
export interface Load {
  readonly figuresAndSeries: readonly QueryBody[]
  readonly panels: readonly QueryBody[]
}

/** The dashboard's own questions about a site; the panels' with the tab that is open first. */
export function loadOf(domain: string, { view }: Look): Load {
  return {
    figuresAndSeries: [figuresQuestion(domain, view, TODAY), seriesQuestion(domain, view, TODAY)],
    panels: LISTS.map(dimension => panelQuestion(domain, view, TODAY, [dimension], PANEL_ROWS)),
  }
}
