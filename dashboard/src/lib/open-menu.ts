/** Opens the menu of a name, as pressing its button does, and puts the focus on the first of `target` inside, or its button. */
export function openMenu(name: 'filter' | 'period' | 'compare', target: string): void {
  const menu = document.querySelector<HTMLDetailsElement>(`details[data-menu="${name}"]`)
  if (menu === null) return
  menu.open = true
  const first =
    menu.querySelector<HTMLElement>(`.sheet ${target}`) ?? menu.querySelector<HTMLElement>('summary')
  first?.focus()
}
