import type { Context, MiddlewareHandler } from 'hono'
import type { Directory } from '../accounts/directory.ts'
import { parseSiteDomain } from '../accounts/site-domain.ts'
import type { ShareLink } from '../core/ports.ts'

export interface FramingDeps {
  readonly directory: Pick<Directory, 'shareLinkById' | 'publicViewOf' | 'siteByDomain'>
}

/**
 * Whose pages may show a page of Hanki's in a frame, for `frame-ancestors`: of `/embed/NAME` the origins of the link with
 * this public name, or of the public view of the site with this domain; of everything else nobody's.
 */
export function frameAncestors(deps: FramingDeps): (c: Context) => string {
  return c => {
    const [, name] = /^\/embed\/([\w.-]+)$/.exec(c.req.path) ?? []
    const origins = name === undefined ? [] : (embedded(name, deps)?.origins ?? [])
    return origins.length === 0 ? "'none'" : origins.join(' ')
  }
}

/** Takes the older header away, which knows no origins, where the newer one names some. To be mounted around that. */
export function withoutFrameOptions({
  ancestorsOf,
}: {
  readonly ancestorsOf: (c: Context) => string
}): MiddlewareHandler {
  return async function withoutFrameOptionsMiddleware(c, next) {
    await next()
    if (ancestorsOf(c) !== "'none'") c.res.headers.delete('x-frame-options')
  }
}

/** Tells search engines to leave every page alone, but public views that say otherwise. */
export function robots(deps: FramingDeps): MiddlewareHandler {
  return async function robotsMiddleware(c, next) {
    await next()
    const [, domain] = /^\/share\/([\w.-]+)$/.exec(c.req.path) ?? []
    const view = domain === undefined ? undefined : embedded(domain, deps)
    if (view?.isIndexed !== true) c.res.headers.set('x-robots-tag', 'noindex, nofollow')
  }
}

/** A link that is good, by its public name, or a public one by the domain of its site. */
function embedded(name: string, { directory }: FramingDeps): ShareLink | undefined {
  const link = directory.shareLinkById(name)
  if (link !== undefined) return link
  const domain = parseSiteDomain(name)
  const site = domain.ok ? directory.siteByDomain(domain.value) : undefined
  const view = site === undefined ? undefined : directory.publicViewOf(site)
  return view === undefined ? undefined : directory.shareLinkById(view.id)
}
