import { type Context, Hono } from 'hono'
import { MAX_KEYS, newApiKey, parseKeyDays, parseKeyName, parseScopes } from '../../accounts/api-keys.ts'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { ApiKey, Site } from '../../core/ports.ts'
import { requireOperator, requireUser, siteFor, userOf } from '../authenticate.ts'
import type { ErrorBody, KeyBody, KeysBody, NewKeyBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import { type About, trace, traceLook } from '../trace.ts'

export interface KeysDeps extends NotifyDeps {
  readonly directory: Directory
  readonly audit: AuditLog
}

/**
 * `GET` and `POST /api/sites/:domain/keys`, `DELETE …/keys/:id`: what programs may do with a site. For admins. The same below
 * `/api/keys` for keys to every site, for operators. Needs `authenticate` before it.
 */
export function keysRoutes(deps: KeysDeps): Hono {
  const { directory, audit } = deps
  const app = new Hono()

  app.get('/api/sites/:domain/keys', requireUser(), c => withSite(c, site => list(c, site)))
  app.post('/api/sites/:domain/keys', requireUser(), formBodyLimit, c => withSite(c, site => make(c, site)))
  app.delete('/api/sites/:domain/keys/:id', requireUser(), c => withSite(c, site => revoke(c, site)))

  app.get('/api/keys', requireUser(), requireOperator(), c => list(c, undefined))
  app.post('/api/keys', requireUser(), requireOperator(), formBodyLimit, c => make(c, undefined))
  app.delete('/api/keys/:id', requireUser(), requireOperator(), c => revoke(c, undefined))

  async function withSite(c: Context, work: (site: Site) => Promise<Response>): Promise<Response> {
    const site = siteFor(c, 'manage_keys')
    return site instanceof Response ? site : work(site)
  }

  async function list(c: Context, site: Site | undefined): Promise<Response> {
    await traceLook(c, audit, 'keys_read', about(site))
    return c.json(keysBody(site))
  }

  async function make(c: Context, site: Site | undefined): Promise<Response> {
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
      return failed(c, 409, `There may be ${MAX_KEYS} keys. Revoke one first.`)
    }
    const wishes = { name: name.value, scopes: scopes.value, days: days.value, creator: userOf(c) }
    const { key, record } = newApiKey(deps, site, wishes)
    const outcome = record.scopes.join(', ')
    await trace(c, audit, 'key_added', { ...about(site), subject: record.id, outcome })
    await directory.addKey(record)
    notify(deps, userOf(c), { kind: 'key_added', site: site?.domain, id: record.id })
    return c.json({ key, ...keyBody(record) } satisfies NewKeyBody, 201)
  }

  async function revoke(c: Context, site: Site | undefined): Promise<Response> {
    const key = directory.keysOf(site).find(({ id }) => id === c.req.param('id'))
    if (key === undefined) return failed(c, 404, 'There is no such key any more.')
    await trace(c, audit, 'key_revoked', { ...about(site), subject: key.id })
    await directory.removeKey(key)
    return c.json(keysBody(site))
  }

  function keysBody(site: Site | undefined): KeysBody {
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

function about(site: Site | undefined): About {
  return site === undefined ? {} : { site }
}

function failed(c: Context, status: 400 | 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
