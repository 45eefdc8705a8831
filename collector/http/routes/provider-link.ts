import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { User } from '../../core/ports.ts'
import { requireUser, userOf } from '../authenticate.ts'
import type { ErrorBody, ProviderLinkBody } from '../contract.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import type { ProviderRule } from '../passwords-off.ts'
import { trace } from '../trace.ts'

export interface ProviderLinkDeps extends ProviderRule, NotifyDeps {
  readonly directory: Directory
  readonly audit: AuditLog
}

/**
 * `GET /api/account/provider` tells whether somebody's account is linked with the provider, `DELETE` takes the link away.
 * Needs `authenticate` before it.
 */
export function providerLinkRoutes(deps: ProviderLinkDeps): Hono {
  const { oidc, directory, audit } = deps
  const app = new Hono()

  app.get('/api/account/provider', requireUser(), c => c.json(bodyOf(userOf(c))))

  app.delete('/api/account/provider', requireUser(), async c => {
    const user = userOf(c)
    if (user.providerLink === undefined) return c.json(bodyOf(user))
    if (user.passwordHash === undefined || oidc?.isOnly === true) return needed(c)
    await trace(c, audit, 'provider_unlinked')
    if (!(await directory.unlinkProvider(user.id))) return needed(c)
    notify(deps, user, { kind: 'provider_unlinked' })
    const { providerLink: _removed, ...rest } = user
    return c.json(bodyOf(rest))
  })

  function bodyOf({ providerLink, passwordHash }: User): ProviderLinkBody {
    return {
      provider: oidc === undefined ? null : { name: oidc.name, is_only: oidc.isOnly },
      is_linked: oidc !== undefined && providerLink?.issuer === oidc.issuer,
      has_password: passwordHash !== undefined,
    }
  }
  return app
}

function needed(c: Context): Response {
  const error =
    'Your account has no password to sign in with instead. Ask whoever runs this installation for a link to choose a password with.'
  return c.json({ error } satisfies ErrorBody, 409)
}
