import { describe, expect, test } from 'vitest'
import { toReturnPath, toRoute } from '../../dashboard/src/lib/routes.ts'

describe('toRoute', () => {
  test.each([
    { path: '/', route: { screen: 'home' } },
    { path: '/sites', route: { screen: 'sites' } },
    { path: '/sign-in', route: { screen: 'sign-in' } },
    { path: '/setup', route: { screen: 'setup' } },
    { path: '/forgotten', route: { screen: 'forgotten' } },
    { path: '/accounts', route: { screen: 'accounts' } },
    { path: '/audit', route: { screen: 'audit' } },
    { path: '/sites/new', route: { screen: 'new-site' } },
    { path: '/sites/kongaamo.fi', route: { screen: 'stats', domain: 'kongaamo.fi' } },
    { path: '/sites/Kongaamo.fi/', route: { screen: 'stats', domain: 'kongaamo.fi' } },
    { path: '/sites/kongaamo.fi/install', route: { screen: 'install', domain: 'kongaamo.fi' } },
    { path: '/sites/kongaamo.fi/stats', route: { screen: 'unknown' } },
    { path: '/sites/kongaamo.fi/goals', route: { screen: 'goals', domain: 'kongaamo.fi' } },
    { path: '/sites/kongaamo.fi/funnels', route: { screen: 'funnels', domain: 'kongaamo.fi' } },
    { path: '/sites/kongaamo.fi/people', route: { screen: 'people', domain: 'kongaamo.fi' } },
    { path: '/sites/kongaamo.fi/keys/', route: { screen: 'keys', domain: 'kongaamo.fi' } },
    { path: '/sites/kongaamo.fi/sharing', route: { screen: 'sharing', domain: 'kongaamo.fi' } },
    { path: '/share', route: { screen: 'shared' } },
    { path: '/share/kongaamo.fi', route: { screen: 'shared', name: 'kongaamo.fi' } },
    { path: '/embed/hanki_share_ab-CD_12', route: { screen: 'shared', name: 'hanki_share_ab-CD_12' } },
    { path: '/share/a/b', route: { screen: 'unknown' } },
    { path: '/sites/kongaamo.fi/settings', route: { screen: 'settings', domain: 'kongaamo.fi' } },
    { path: '/sites/k%C3%A4si.fi', route: { screen: 'stats', domain: 'käsi.fi' } },
    { path: '/sites/%E0%A4%A', route: { screen: 'unknown' } },
    { path: '/sites/a/b', route: { screen: 'unknown' } },
    { path: '/nowhere', route: { screen: 'unknown' } },
  ])('leads $path to $route.screen', ({ path, route }) => {
    expect(toRoute(path)).toEqual(route)
  })
})

describe('toReturnPath', () => {
  test.each([
    { search: '?return=%2Fsites%2Fa.fi%3Fperiod%3D7d', path: '/sites/a.fi?period=7d', why: 'a path of ours' },
    { search: '', path: '/', why: 'none' },
    { search: '?return=%2F%2Fevil.example', path: '/', why: 'another host' },
    { search: '?return=%2F%5Cevil.example', path: '/', why: 'another host, as browsers read it' },
    { search: '?return=https%3A%2F%2Fevil.example', path: '/', why: 'a whole address' },
    { search: '?return=javascript%3Aalert(1)', path: '/', why: 'a script' },
  ])('returns to $path for $why', ({ search, path }) => {
    expect(toReturnPath(search)).toBe(path)
  })
})
