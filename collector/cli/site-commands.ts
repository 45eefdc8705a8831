import type { Directory } from '../accounts/directory.ts'
import { parseSiteDomain } from '../accounts/site-domain.ts'
import { parseSiteTimezone } from '../accounts/site-timezone.ts'
import { siteNumber } from '../core/audit/audit-entry.ts'
import type { Site } from '../core/ports.ts'
import { timezoneAt } from '../core/site/time-zone.ts'
import { type Command, CommandError, UsageError, withDirectory } from './command.ts'
import { toTable } from './table.ts'

/** `site add`. */
export const siteAdd: Command = {
  words: 'site add',
  parameters: 'DOMAIN [--timezone TZ]',
  summary: 'Track a site.',
  details: [
    'DOMAIN         host name of the site, such as example.com; subdomains belong to it',
    "--timezone TZ  the site's time zone, such as Europe/Helsinki; default: this machine's",
  ],
  positionals: ['DOMAIN'],
  options: { timezone: { required: false } },
  async run(world, { positionals, options }) {
    const domain = parseSiteDomain(positionals[0])
    if (!domain.ok) throw new UsageError(domain.error)
    const timezone = parseSiteTimezone(options['timezone'] ?? world.machineTimezone)
    if (!timezone.ok) throw new UsageError(timezone.error)
    const site = await withDirectory(world, async (directory, note) => {
      if (directory.siteByDomain(domain.value) !== undefined) return undefined
      await note({ action: 'site_added', subject: domain.value })
      return directory.addSite({ domain: domain.value, timezone: timezone.value })
    })
    if (site === undefined) throw new CommandError(`The site ${domain.value} is tracked already.`)
    return {
      lines: [`Tracking ${site.domain}, with days in the time zone ${site.timezone}.`],
      json: toJson(site, world.nowSeconds()),
    }
  },
}

/** `site list`. */
export const siteList: Command = {
  words: 'site list',
  parameters: '',
  summary: 'Show the tracked sites.',
  details: [],
  positionals: [],
  options: {},
  async run(world) {
    const sites = await withDirectory(world, async directory => directory.sites())
    if (sites.length === 0)
      return { lines: ['No site is tracked yet. "hanki site add DOMAIN" adds one.'], json: [] }
    const rows = sites.map(site => [
      site.domain,
      timezoneAt(site, world.nowSeconds()),
      toDate(site.createdAtSeconds),
    ])
    const json = sites.map(site => toJson(site, world.nowSeconds()))
    return { lines: toTable(['domain', 'time zone', 'since'], rows), json }
  },
}

/** `site remove`. */
export const siteRemove: Command = {
  words: 'site remove',
  parameters: 'DOMAIN',
  summary: 'Stop tracking a site, erase its numbers and revoke its keys.',
  details: [
    'DOMAIN  host name of the site',
    'Everything that was counted of it is erased from the database within minutes.',
  ],
  positionals: ['DOMAIN'],
  options: {},
  async run(world, { positionals }) {
    const site = await withDirectory(world, async (directory, note) => {
      const found = findSite(directory, positionals[0] ?? '')
      await note({ action: 'site_removed', site: found.domain, subject: siteNumber(found.id) })
      await directory.removeSite(found)
      return found
    })
    return { lines: [`${site.domain} is no longer tracked.`], json: toJson(site, world.nowSeconds()) }
  },
}

/** `site rename`. */
export const siteRename: Command = {
  words: 'site rename',
  parameters: 'DOMAIN NEW',
  summary: 'Give a site another domain and keep its numbers.',
  details: [
    'DOMAIN  host name of the site',
    'NEW     its new host name',
    'Events and questions that name the old one are taken for 72 hours more.',
  ],
  positionals: ['DOMAIN', 'NEW'],
  options: {},
  async run(world, { positionals }) {
    const domain = parseSiteDomain(positionals[1])
    if (!domain.ok) throw new UsageError(domain.error)
    const site = await withDirectory(world, async (directory, note) => {
      const found = findSite(directory, positionals[0] ?? '')
      await note({ action: 'site_renamed', site: found.domain, outcome: domain.value })
      return directory.renameSite(found.id, domain.value)
    })
    if (site === 'taken') throw new CommandError(`The site ${domain.value} is tracked already.`)
    if (site === undefined) throw new CommandError('The site has just been removed.')
    return { lines: [`The site is ${site.domain} now.`], json: toJson(site, world.nowSeconds()) }
  },
}

/** `site reset`. */
export const siteReset: Command = {
  words: 'site reset',
  parameters: 'DOMAIN',
  summary: 'Erase all numbers of a site and count it from nothing.',
  details: [
    'DOMAIN  host name of the site',
    'Settings, goals, people and keys stay. What was counted is erased within minutes, and cannot be had back.',
  ],
  positionals: ['DOMAIN'],
  options: {},
  async run(world, { positionals }) {
    const site = await withDirectory(world, async (directory, note) => {
      const found = findSite(directory, positionals[0] ?? '')
      await note({ action: 'site_reset', site: found.domain, subject: siteNumber(found.id) })
      return directory.resetSite(found.id)
    })
    if (site === undefined) throw new CommandError('The site has just been removed.')
    return { lines: [`${site.domain} is counted from nothing.`], json: toJson(site, world.nowSeconds()) }
  },
}

/** The tracked site with this domain. Throws `CommandError` when there is none. */
export function findSite(directory: Directory, typed: string): Site {
  const domain = parseSiteDomain(typed)
  if (!domain.ok) throw new UsageError(domain.error)
  const site = directory.siteByDomain(domain.value)
  if (site !== undefined) return site
  const known = directory.sites().map(({ domain }) => domain)
  const hint =
    known.length === 0 ? 'No site is tracked yet.' : `Tracked are: ${known.slice(0, 20).join(', ')}.`
  throw new CommandError(`There is no site ${domain.value}. ${hint}`)
}

/** A day for people, in UTC. */
export function toDate(seconds: number): string {
  return toIso(seconds).slice(0, 10)
}

/** An instant for programs, ISO 8601. */
export function toIso(seconds: number): string {
  return new Date(seconds * 1_000).toISOString()
}

function toJson(site: Site, nowSeconds: number): object {
  const timezone = timezoneAt(site, nowSeconds)
  return { domain: site.domain, timezone, created_at: toIso(site.createdAtSeconds) }
}
