import { groupedTabs, leadingTabs, type Panel, type TabName, tabsFor } from './panels.ts'
import { toHref, type View } from './view-url.ts'
import { FIRST_OF_GROUP_WORDS, TAB_WORDS, WORDS } from './wording.ts'

/** A tab as a link. */
export interface TabLink {
  readonly name: TabName
  readonly label: string
  readonly href: string
  readonly isOpen: boolean
}

/** The two lines of a panel's tabs: its lists, and the lists of the open one's group, if it has any. */
export function toTabLinks(
  panel: Panel,
  view: View,
  domain: string,
): { readonly first: readonly TabLink[]; readonly second: readonly TabLink[] } {
  const open = view.tabs[panel.name]
  const seen = tabsFor(panel, view.guest)
  const group = groupedTabs(panel, open).filter(name => seen.includes(name))
  const href = (name: TabName) => toHref(domain, { ...view, tabs: { ...view.tabs, [panel.name]: name } })
  return {
    first: leadingTabs(panel)
      .filter(name => seen.includes(name))
      .map(name => ({
        name,
        label: TAB_WORDS[name],
        href: href(name),
        isOpen: name === open || group.includes(name),
      })),
    second: (group.length > 1 ? group : []).map(name => ({
      name,
      label: FIRST_OF_GROUP_WORDS[name] ?? TAB_WORDS[name],
      href: href(name),
      isOpen: name === open,
    })),
  }
}

/** A list's name in a heading: "Sources", "Pages: Entry", "Campaigns: Medium". */
export function titleOfList(panel: Panel, panelWord: string, tab: TabName): string {
  const group = groupedTabs(panel, tab)
  const first = group[0]
  const own = FIRST_OF_GROUP_WORDS[tab] ?? TAB_WORDS[tab]
  if (first !== undefined) return WORDS.labelled(TAB_WORDS[first], own)
  return panelWord === own ? panelWord : WORDS.labelled(panelWord, own)
}
