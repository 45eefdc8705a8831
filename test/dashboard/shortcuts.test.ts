import { describe, expect, test } from 'vitest'
import { type PressedKey, SHORTCUTS, toShortcut } from '../../dashboard/src/lib/shortcuts.ts'

function press(key: string, held: Partial<PressedKey> = {}): PressedKey {
  return { key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...held }
}

describe('toShortcut', () => {
  test.each(SHORTCUTS)('knows %s', (key, shortcut) => {
    expect(toShortcut(press(key), false)).toEqual(shortcut)
  })

  test('does not mind capitals', () => expect(toShortcut(press('D'), false)).toEqual({ period: 'today' }))

  test('leaves keys alone while somebody types', () => expect(toShortcut(press('d'), true)).toBeUndefined())

  test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)(
    'leaves keys to the browser with %s',
    held => {
      expect(toShortcut(press('d', { [held]: true }), false)).toBeUndefined()
    },
  )

  test('gives every key one meaning', () => {
    expect(new Set(SHORTCUTS.map(([key]) => key)).size).toBe(SHORTCUTS.length)
  })
})
