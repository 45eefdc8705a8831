import { describe, expect, test } from 'vitest'
import { toFrame } from '../../dashboard/src/lib/embedding.ts'
import { toTheme } from '../../dashboard/src/lib/theme.svelte.ts'

describe('toFrame', () => {
  test('is code that a page can be pasted into, whatever the site is called', () => {
    expect(toFrame('https://stats.example.com/embed/a?x=1&y=2', 'Statistics of "<a>"')).toBe(
      '<iframe src="https://stats.example.com/embed/a?x=1&amp;y=2" title="Statistics of &quot;&lt;a>&quot;" width="100%" height="900" loading="lazy" referrerpolicy="no-referrer"></iframe>',
    )
  })
})

describe('toTheme', () => {
  test.each([
    ['?theme=dark', 'dark'],
    ['?theme=light', 'light'],
    ['?theme=auto', 'system'],
    ['?theme=purple', 'system'],
    ['', 'system'],
  ])('reads %s as %s', (search, theme) => expect(toTheme(search)).toBe(theme))
})
