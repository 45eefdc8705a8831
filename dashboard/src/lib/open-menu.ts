import { tick } from 'svelte'

/** How long what is in a menu is waited for, ms. */
const PATIENCE_MS = 2_000

/** Opens the menu of a name, as pressing its button does, and puts the focus on the first of `target` inside, or its button. */
export async function openMenu(name: 'filter' | 'period' | 'compare', target: string): Promise<void> {
  const menu = document.querySelector<HTMLDetailsElement>(`details[data-menu="${name}"]`)
  const button = menu?.querySelector<HTMLElement>('summary')
  if (menu === null || button === null || button === undefined) return
  if (!menu.open) button.click()
  // What is in it may only be made, or fetched, now.
  await tick()
  const first = (): HTMLElement | null => menu.querySelector(`.sheet ${target}`)
  const untilMs = performance.now() + PATIENCE_MS
  while (first() === null && menu.open && performance.now() < untilMs) await nextFrame()
  // Who was quicker is where they want to be.
  const isInside = menu.querySelector('.sheet')?.contains(document.activeElement) === true
  if (menu.open && !isInside) (first() ?? button).focus()
}

function nextFrame(): Promise<unknown> {
  return new Promise(resolve => requestAnimationFrame(resolve))
}
