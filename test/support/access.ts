import { Hono } from 'hono'
import { allows, type Role } from '../../collector/core/access/roles.ts'
import type { Site } from '../../collector/core/ports.ts'
import type { Caller } from '../../collector/http/authenticate.ts'

/** Routes as a caller meets them who is this on these sites. */
export function routesFor(
  routes: Hono,
  sites: readonly Site[],
  { caller, role = 'owner' }: { readonly caller?: Caller; readonly role?: Role } = {},
): Hono {
  const app = new Hono()
  app.use((c, next) => {
    c.set('caller', caller)
    c.set('access', {
      sites: () => sites,
      find: domain => sites.find(site => site.domain === domain),
      roleOf: () => role,
      may: (_, action) => allows(role, action),
    })
    return next()
  })
  return app.route('/', routes)
}
