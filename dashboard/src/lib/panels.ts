import type { ValueDimension } from '../../../collector/core/query/dimensions.ts'

/** One list of a panel: its name in the address and the dimension it splits by. */
interface Tab {
  readonly name: string
  readonly dimension: ValueDimension
}

/** The cards below the chart, in their order; adding a list is a row here and a word in words.ts. */
export const PANELS = [
  {
    name: 'sources',
    tabs: [
      { name: 'sources', dimension: 'visit:source' },
      { name: 'referrers', dimension: 'visit:referrer' },
      { name: 'campaigns', dimension: 'visit:utm_campaign' },
    ],
  },
  {
    name: 'pages',
    tabs: [
      { name: 'top', dimension: 'event:page' },
      { name: 'entry', dimension: 'visit:entry_page' },
      { name: 'exit', dimension: 'visit:exit_page' },
    ],
  },
  {
    name: 'locations',
    tabs: [{ name: 'countries', dimension: 'visit:country' }],
  },
  {
    name: 'devices',
    tabs: [
      { name: 'browsers', dimension: 'visit:browser' },
      { name: 'systems', dimension: 'visit:os' },
      { name: 'devices', dimension: 'visit:device' },
    ],
  },
] as const satisfies readonly { name: string; tabs: readonly Tab[] }[]

export type Panel = (typeof PANELS)[number]
export type PanelName = Panel['name']
export type TabName = Panel['tabs'][number]['name']

/** The dimension of a panel's open tab; the first tab's when the name is another panel's. */
export function dimensionOf(panel: Panel, tab: TabName): ValueDimension {
  const tabs: readonly Tab[] = panel.tabs
  return tabs.find(one => one.name === tab)?.dimension ?? panel.tabs[0].dimension
}
