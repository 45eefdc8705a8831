import type { PeriodName } from './periods.ts'

/** What keys do besides choosing a period. */
export type ShortcutName =
  | 'help'
  | 'earlier'
  | 'later'
  | 'custom'
  | 'compare'
  | 'filter'
  | 'clear'
  | 'table'
  | 'wall'

/** What one key does. */
export type Shortcut = { readonly period: PeriodName } | { readonly does: ShortcutName }

/** The keys of the statistics, as `KeyboardEvent.key` gives them, in the order they are listed in. */
export const SHORTCUTS: readonly (readonly [key: string, shortcut: Shortcut])[] = [
  ['d', { period: 'today' }],
  ['e', { period: 'yesterday' }],
  ['w', { period: '7d' }],
  ['f', { period: '28d' }],
  ['t', { period: '30d' }],
  ['n', { period: '91d' }],
  ['m', { period: 'month' }],
  ['p', { period: 'last_month' }],
  ['y', { period: 'year' }],
  ['l', { period: '12mo' }],
  ['a', { period: 'all' }],
  ['c', { does: 'custom' }],
  ['ArrowLeft', { does: 'earlier' }],
  ['ArrowRight', { does: 'later' }],
  ['x', { does: 'compare' }],
  ['/', { does: 'filter' }],
  ['Backspace', { does: 'clear' }],
  ['g', { does: 'table' }],
  ['v', { does: 'wall' }],
  ['?', { does: 'help' }],
]

/** The part of a keyboard event that decides. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/** What a pressed key does; undefined for keys of the browser, of the system, and while something is typed. */
export function toShortcut(pressed: PressedKey, isTyping: boolean): Shortcut | undefined {
  if (isTyping || pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey)
    return undefined
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  return SHORTCUTS.find(([own]) => own === key)?.[1]
}

/** A key as it stands on a keyboard. */
export function keyLabel(key: string): string {
  const known: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Backspace: '⌫' }
  return known[key] ?? key.toUpperCase()
}
