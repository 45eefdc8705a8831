import type { PropertyDimension, ValueDimension } from '../../../collector/core/query/dimensions.ts'
import { type Guest, isCoarse } from './guest.ts'

/** One list of a panel: its name in the address and what its rows are split by. */
interface Tab {
  readonly name: string
  /** With two, the first is what the second belongs to: a version's browser. None: the property that is chosen, or no list. */
  readonly dimensions: readonly ValueDimension[]
  /** Lists of one group stand behind one word, with a second line of tabs. */
  readonly group?: string
}

/** The cards below the chart, in their order; adding a list is a row here and a word in each language. */
export const PANELS = [
  {
    name: 'sources',
    tabs: [
      { name: 'sources', dimensions: ['visit:source'] },
      { name: 'channels', dimensions: ['visit:channel'] },
      { name: 'referrers', dimensions: ['visit:referrer'] },
      { name: 'campaigns', dimensions: ['visit:utm_campaign'], group: 'campaigns' },
      { name: 'utm_source', dimensions: ['visit:utm_source'], group: 'campaigns' },
      { name: 'utm_medium', dimensions: ['visit:utm_medium'], group: 'campaigns' },
      { name: 'utm_content', dimensions: ['visit:utm_content'], group: 'campaigns' },
      { name: 'utm_term', dimensions: ['visit:utm_term'], group: 'campaigns' },
    ],
  },
  {
    name: 'pages',
    tabs: [
      { name: 'top', dimensions: ['event:page'] },
      { name: 'entry', dimensions: ['visit:entry_page'] },
      { name: 'exit', dimensions: ['visit:exit_page'] },
    ],
  },
  {
    name: 'locations',
    tabs: [
      { name: 'countries', dimensions: ['visit:country'] },
      { name: 'regions', dimensions: ['visit:country', 'visit:region_name'] },
      { name: 'cities', dimensions: ['visit:country', 'visit:city_name'] },
    ],
  },
  {
    name: 'devices',
    tabs: [
      { name: 'browsers', dimensions: ['visit:browser'], group: 'browsers' },
      { name: 'browser_versions', dimensions: ['visit:browser', 'visit:browser_version'], group: 'browsers' },
      { name: 'systems', dimensions: ['visit:os'], group: 'systems' },
      { name: 'system_versions', dimensions: ['visit:os', 'visit:os_version'], group: 'systems' },
      { name: 'devices', dimensions: ['visit:device'] },
    ],
  },
  {
    name: 'goals',
    tabs: [
      { name: 'goals', dimensions: ['event:goal'] },
      { name: 'events', dimensions: ['event:name'] },
      { name: 'properties', dimensions: [] },
      { name: 'funnels', dimensions: [] },
      { name: 'journeys', dimensions: [] },
    ],
  },
] as const satisfies readonly { name: string; tabs: readonly Tab[] }[]

export type Panel = (typeof PANELS)[number]
export type PanelName = Panel['name']
export type TabName = Panel['tabs'][number]['name']
/** What a list is split by: one dimension, or two. */
export type ListDimensions = readonly [ValueDimension, ...ValueDimension[]]

/** The panel of a name. */
export function panelOf(name: PanelName): Panel {
  return PANELS.find(one => one.name === name) ?? PANELS[0]
}

/**
 * What a panel's open list is split by; the first tab's when the name is another panel's.
 * Undefined for properties while `property`, the key of one, is empty, and for what is no list.
 */
export function dimensionsOf(panel: Panel, tab: TabName, property: string): ListDimensions | undefined {
  const tabs: readonly Tab[] = panel.tabs
  const [first, ...others] = (tabs.find(one => one.name === tab) ?? panel.tabs[0]).dimensions
  if (first !== undefined) return [first, ...others]
  return tab !== 'properties' || property === '' ? undefined : [propertyDimension(property)]
}

/** Tabs that show ways through the site and not a list of it. */
const PATHS: ReadonlySet<TabName> = new Set(['funnels', 'journeys'])

/** The tabs of a panel that may be looked at: through a link to a part of the site none of its ways, through some only lists of one dimension. */
export function tabsFor(panel: Panel, guest: Guest | undefined): readonly TabName[] {
  const tabs: readonly (Tab & { readonly name: TabName })[] = panel.tabs
  const isPart = isCoarse(guest) || (guest !== undefined && guest.segment !== '')
  return tabs
    .filter(
      ({ name, dimensions }) => !(isPart && PATHS.has(name)) && !(isCoarse(guest) && dimensions.length > 1),
    )
    .map(({ name }) => name)
}

/** The tabs of the first line: of a group its first, which stands for all. */
export function leadingTabs(panel: Panel): readonly TabName[] {
  const tabs: readonly (Tab & { readonly name: TabName })[] = panel.tabs
  return tabs
    .filter(
      (tab, index) => tab.group === undefined || tabs.findIndex(one => one.group === tab.group) === index,
    )
    .map(tab => tab.name)
}

/** The tabs that share a group with a tab, itself included; none where it stands alone. */
export function groupedTabs(panel: Panel, tab: TabName): readonly TabName[] {
  const tabs: readonly (Tab & { readonly name: TabName })[] = panel.tabs
  const group = tabs.find(one => one.name === tab)?.group
  return group === undefined ? [] : tabs.filter(one => one.group === group).map(one => one.name)
}

/** The dimension of one property of events. */
export function propertyDimension(key: string): PropertyDimension {
  return `event:props:${key}`
}
