import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toRoute } from '../../../dashboard/src/lib/routes.ts'
import { viewsOf } from '../../../scripts/accessibility/views.ts'
import type { World } from '../../../scripts/accessibility/world.ts'

const ROUTES = readFileSync(join(import.meta.dirname, '../../../dashboard/src/lib/routes.ts'), 'utf8')
const tokens = {
  setup: 's',
  invitation: 'i',
  invitationOfAccount: 'a',
  share: 'l',
  guardedShare: 'g',
  limitedShare: 'm',
}
const account = { email: 'guarded@example.com', password: 'a password' }
const world: World = {
  addressOf: () => 'http://localhost',
  sessionOf: async () => undefined,
  guarded: account,
  beginnerPassword: 'a password',
  tokens,
  limitedShareId: 'hanki_share_m',
  close: async () => undefined,
}

describe('viewsOf', () => {
  const views = viewsOf(world)

  it('has every screen that an address leads to', () => {
    const [declared = ''] = ROUTES.split('/** The screen that a path leads to')
    const screens = [...declared.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)
    const seen = new Set(views.map(({ path }) => toRoute(new URL(path, 'http://localhost').pathname).screen))
    expect(screens.length).toBeGreaterThan(15)
    expect([...new Set(screens)].filter(screen => !seen.has(screen as never))).toEqual([])
  })

  it('has no two views of one name', () => {
    const names = views.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
