import { belongsToSite, type PageUrl } from '../../core/event/page-url.ts'
import { pageOf } from '../../core/page/page-of.ts'
import { compilePageRules } from '../../core/page/page-rules.ts'
import type { Site } from '../../core/ports.ts'

/** A site's settings, made ready for events. */
export interface SiteRules {
  /** The page as it is kept. */
  pageOf(url: PageUrl): string
  /** True for the site's domain, those it had before, their subdomains and the owner's list. */
  isOwnHostname(hostname: string): boolean
  isShieldedHostname(hostname: string): boolean
  /** The owner's pattern that shields this page; undefined for none. */
  shieldOfPage(page: string): string | undefined
}

const compiled = new WeakMap<Site, SiteRules>()

/** Made once per version of a site. */
export function rulesOf(site: Site): SiteRules {
  const known = compiled.get(site)
  if (known !== undefined) return known
  const rules = compile(site)
  compiled.set(site, rules)
  return rules
}

function compile({ domain, formerDomains, settings }: Site): SiteRules {
  const { shields } = settings
  const own = [domain, ...formerDomains.map(former => former.domain), ...settings.hostnames]
  const rules = compilePageRules(settings.pages)
  const { maskOf: shieldOf } = compilePageRules({ masks: shields.pages })
  return {
    pageOf: url => pageOf(url, rules),
    isOwnHostname: hostname => own.some(host => belongsToSite(hostname, host)),
    isShieldedHostname: hostname =>
      shields.hostnames.some(shield => hostname === shield || hostname.endsWith(`.${shield}`)),
    shieldOfPage: shields.pages.length === 0 ? () => undefined : shieldOf,
  }
}
