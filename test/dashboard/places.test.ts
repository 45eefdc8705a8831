import { describe, expect, test } from 'vitest'
import { sitePlaces } from '../../dashboard/src/lib/places.ts'

describe('sitePlaces', () => {
  test.each([
    { role: 'viewer', parts: [] },
    { role: 'editor', parts: ['goals', 'funnels'] },
    {
      role: 'admin',
      parts: ['goals', 'funnels', 'people', 'keys', 'sharing', 'install', 'counting', 'settings'],
    },
    {
      role: 'owner',
      parts: ['goals', 'funnels', 'people', 'keys', 'sharing', 'install', 'counting', 'settings'],
    },
  ] as const)('leads a $role where they may do something', ({ role, parts }) => {
    const paths = sitePlaces({ domain: 'example.com', role }).map(({ path }) => path)
    expect(paths).toEqual(parts.map(part => `/sites/example.com/${part}`))
  })
})
