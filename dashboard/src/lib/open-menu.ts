import { tick } from 'svelte'

/** Opens the menu of a name, as pressing its button does, and puts the focus on the first of `target` inside, or its button. */
export async function openMenu(name: 'filter' | 'period' | 'compare', target: string): Promise<void> {
  const menu = document.querySelector<HTMLDetailsElement>(`details[data-menu="${name}"]`)
  const button = menu?.querySelector<HTMLElement>('summary')
  if (menu === null || button === null || button === undefined) return
  if (!menu.open) button.click()
  // What is in it may only be made now.
  await tick()
  const first = menu.querySelector<HTMLElement>(`.sheet ${target}`) ?? button
  first.focus()
}
