import { Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { newPublicView, publicToken } from '../../accounts/share-links.ts'
import { tokenHash } from '../../accounts/tokens.ts'
import type { Site } from '../../core/ports.ts'
import { creatorOf, siteFor } from '../authenticate.ts'
import type { ErrorBody, PublicViewBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { limitsInShort, parseShareForm, shareLimitsBody } from '../share-form.ts'
import { trace, traceLook } from '../trace.ts'

export interface PublicViewDeps {
  readonly directory: Pick<
    Directory,
    'publicViewOf' | 'putPublicView' | 'removeShareLink' | 'shareLinkByHash'
  >
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * `GET`, `PUT` and `DELETE /api/sites/:domain/public-view`: whether anybody may look at a site's statistics, and at what of
 * them. For admins and for keys that may manage sites. Needs `authenticate` before it.
 */
export function publicViewRoutes({ directory, audit, nowSeconds }: PublicViewDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/public-view', async c => {
    const site = siteFor(c, 'share_site')
    if (site instanceof Response) return site
    await traceLook(c, audit, 'share_links_read', { site })
    return c.json(toBody(site))
  })

  app.put('/api/sites/:domain/public-view', formBodyLimit, async c => {
    const site = siteFor(c, 'share_site')
    if (site instanceof Response) return site
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wishes = parseShareForm(form.fields, site, directory.publicViewOf(site)?.limits.segment)
    const isIndexed = form.fields['is_indexed'] ?? false
    if (!wishes.ok || typeof isIndexed !== 'boolean') {
      return invalidFields(c, {
        ...(wishes.ok ? {} : wishes.errors),
        ...(typeof isIndexed === 'boolean' ? {} : { is_indexed: 'Use true or false.' }),
      })
    }
    const { limits, origins } = wishes
    const view = newPublicView(site, { creatorId: creatorOf(c), limits, origins, isIndexed }, nowSeconds())
    await trace(c, audit, 'made_public', { site, ...limitsInShort(view) })
    await directory.putPublicView(view)
    return c.json(toBody(site))
  })

  app.delete('/api/sites/:domain/public-view', async c => {
    const site = siteFor(c, 'share_site')
    if (site instanceof Response) return site
    const view = directory.publicViewOf(site)
    if (view !== undefined) {
      await trace(c, audit, 'made_private', { site })
      await directory.removeShareLink(view)
    }
    return c.json(toBody(site))
  })

  function toBody(site: Site): PublicViewBody {
    const view = directory.publicViewOf(site)
    return {
      is_public: directory.shareLinkByHash(tokenHash(publicToken(site.id))) !== undefined,
      is_indexed: view?.isIndexed ?? false,
      segment: null,
      minimum_visitors: 0,
      origins: [],
      ...(view !== undefined && shareLimitsBody(view)),
    }
  }
  return app
}
