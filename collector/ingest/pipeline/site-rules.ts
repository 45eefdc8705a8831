import { belongsToSite, type PageUrl } from '../../core/event/page-url.ts'
import { pageOf } from '../../core/page/page-of.ts'
import { compilePageRules } from '../../core/page/page-rules.ts'
import type { Site } from '../../core/ports.ts'
import type { SiteSettings } from '../../core/site/site-settings.ts'

/** A site's settings, made ready for events. */
export interface SiteRules {
  /** The page as it is kept. */
  pageOf(url: PageUrl): string
  /** True for the site's domain, its subdomains and the owner's list. */
  isOwnHostname(hostname: string): boolean
  isShieldedHostname(hostname: string): boolean
  /** The owner's pattern that shields this page; undefined for none. */
  shieldOfPage(page: string): string | undefined
}

const compiled = new WeakMap<SiteSettings, SiteRules>()

/** Made once per version of a site's settings. */
export function rulesOf(site: Site): SiteRules {
  const known = compiled.get(site.settings)
  if (known !== undefined) return known
  const rules = compile(site)
  compiled.set(site.settings, rules)
  return rules
}

function compile({ domain, settings }: Site): SiteRules {
  const { hostnames, shields } = settings
  const rules = compilePageRules(settings.pages)
  const { maskOf: shieldOf } = compilePageRules({ masks: shields.pages })
  return {
    pageOf: url => pageOf(url, rules),
    isOwnHostname: hostname =>
      belongsToSite(hostname, domain) || hostnames.some(own => belongsToSite(hostname, own)),
    isShieldedHostname: hostname =>
      shields.hostnames.some(shield => hostname === shield || hostname.endsWith(`.${shield}`)),
    shieldOfPage: shields.pages.length === 0 ? () => undefined : shieldOf,
  }
}
