import { type Context, Hono } from 'hono'
import { MAX_KEYS, newApiKey, parseKeyDays, parseKeyName, parseScopes } from '../../accounts/api-keys.ts'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { ApiKey, Site } from '../../core/ports.ts'
import { requireUser, siteFor, userOf } from '../authenticate.ts'
import type { ErrorBody, KeyBody, KeysBody, NewKeyBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import { trace, traceLook } from '../trace.ts'

export interface KeysDeps extends NotifyDeps {
  readonly directory: Directory
  readonly audit: AuditLog
}

/**
 * `GET` and `POST /api/sites/:domain/keys`, `DELETE …/keys/:id`: what programs may do with a site. For admins. Needs
 * `authenticate` before it.
 */
export function keysRoutes(deps: KeysDeps): Hono {
  const { directory, audit } = deps
  const app = new Hono()

  app.get('/api/sites/:domain/keys', requireUser(), async c => {
    const site = siteFor(c, 'manage_keys')
    if (site instanceof Response) return site
    await traceLook(c, audit, 'keys_read', { site })
    return c.json(keysBody(site))
  })

  app.post('/api/sites/:domain/keys', requireUser(), formBodyLimit, async c => {
    const site = siteFor(c, 'manage_keys')
    if (site instanceof Response) return site
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const name = parseKeyName(form.fields['name'])
    const scopes = parseScopes(form.fields['scopes'])
    const days = parseKeyDays(form.fields['expires_in_days'])
    if (!name.ok || !scopes.ok || !days.ok) {
      return invalidFields(c, {
        ...(name.ok ? {} : { name: name.error }),
        ...(scopes.ok ? {} : { scopes: scopes.error }),
        ...(days.ok ? {} : { expires_in_days: days.error }),
      })
    }
    if (directory.keysOf(site).length >= MAX_KEYS) {
      return failed(c, 409, `A site may have ${MAX_KEYS} keys. Revoke one first.`)
    }
    const wishes = { name: name.value, scopes: scopes.value, days: days.value, creator: userOf(c) }
    const { key, record } = newApiKey(deps, site, wishes)
    await trace(c, audit, 'key_added', { site, subject: record.id, outcome: record.scopes.join(', ') })
    await directory.addKey(record)
    notify(deps, userOf(c), { kind: 'key_added', site: site.domain, id: record.id })
    return c.json({ key, ...keyBody(record) } satisfies NewKeyBody, 201)
  })

  app.delete('/api/sites/:domain/keys/:id', requireUser(), async c => {
    const site = siteFor(c, 'manage_keys')
    if (site instanceof Response) return site
    const key = directory.keysOf(site).find(({ id }) => id === c.req.param('id'))
    if (key === undefined) return failed(c, 404, 'There is no such key any more.')
    await trace(c, audit, 'key_revoked', { site, subject: key.id })
    await directory.removeKey(key)
    return c.json(keysBody(site))
  })

  function keysBody(site: Site): KeysBody {
    return { keys: directory.keysOf(site).map(keyBody) }
  }

  function keyBody(key: ApiKey): KeyBody {
    const { id, name, scopes, createdBy, createdAtSeconds, expiresAtSeconds } = key
    return {
      id,
      name,
      scopes: [...scopes],
      made_by: directory.users().find(user => user.id === createdBy)?.email ?? '',
      created_at: new Date(createdAtSeconds * 1_000).toISOString(),
      expires_at: expiresAtSeconds === undefined ? null : new Date(expiresAtSeconds * 1_000).toISOString(),
      is_valid: directory.keyByHash(key.keyHash) !== undefined,
    }
  }
  return app
}

function failed(c: Context, status: 400 | 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
