import { expect, it } from 'vitest'
import { belowBasePath } from '../../../collector/http/base-path.ts'

it.each([
  { base: '', url: '/api/event', below: '/api/event' },
  { base: '/stats', url: '/stats/api/event?a=b', below: '/api/event?a=b' },
  { base: '/stats', url: '/stats', below: '/' },
  { base: '/stats', url: '/stats?a', below: '/?a' },
  { base: '/stats', url: '/stats/', below: '/' },
  { base: '/stats', url: '/api/event', below: '/api/event' },
  { base: '/stats', url: '/statistics', below: '/statistics' },
  { base: '/a/b', url: '/a/b/sites/x', below: '/sites/x' },
])('$url below "$base" is $below', ({ base, url, below }) => {
  expect(belowBasePath(base, url)).toBe(below)
})
