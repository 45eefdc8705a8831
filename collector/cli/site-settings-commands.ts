import { parseSiteTimezone } from '../accounts/site-timezone.ts'
import type { Site } from '../core/ports.ts'
import { parseSiteSettings, toSiteSettingsBody } from '../core/site/site-settings.ts'
import { timezoneAt, withTimezone } from '../core/site/time-zone.ts'
import { type Command, CommandError, UsageError, withDirectory } from './command.ts'
import { findSite, toIso } from './site-commands.ts'
import { toTable } from './table.ts'

/** `site settings`. */
export const siteSettings: Command = {
  words: 'site settings',
  parameters: 'DOMAIN [--set NAME=VALUE]',
  summary: "Show how a site's events are taken, or change one setting.",
  details: [
    'DOMAIN            host name of the site',
    '--set NAME=VALUE  the new value; of lists, its entries separated by commas',
    '',
    'precision               full or network: what visitors are told apart by',
    'hostnames               host names besides the site and its subdomains',
    'referrer                host or none: what is kept of referrers',
    'count_hosting_networks  true or false: whether events from data centres count',
    'pages.fold_slash, pages.keep_parameters, pages.masks, pages.mask_tokens',
    'shields.hostnames, shields.pages, shields.countries, shields.networks',
  ],
  positionals: ['DOMAIN'],
  options: { set: { required: false } },
  async run(world, { positionals, options }) {
    const site = await withDirectory(world, async (directory, note) => {
      const found = findSite(directory, positionals[0] ?? '')
      const text = options['set']
      if (text === undefined) return found
      const settings = changedSettings(found, text)
      await note({ action: 'settings_changed', site: found.domain, subject: text.split('=', 1)[0] ?? '' })
      const changed = await directory.changeSite(found.id, stored => ({ ...stored, settings }))
      if (changed === undefined) throw new CommandError(`${found.domain} has just been removed.`)
      return changed
    })
    const body = toSiteSettingsBody(site.settings)
    return { lines: toTable(['setting', 'value'], flatten(body)), json: body }
  },
}

/** `site timezone`. */
export const siteTimezone: Command = {
  words: 'site timezone',
  parameters: 'DOMAIN TZ',
  summary: "Change a site's time zone from its next midnight on.",
  details: [
    'DOMAIN  host name of the site',
    'TZ      the new time zone, such as Europe/Stockholm',
    'The day that has begun ends as it was going to. Days that are over keep the zone they had.',
  ],
  positionals: ['DOMAIN', 'TZ'],
  options: {},
  async run(world, { positionals }) {
    const timezone = parseSiteTimezone(positionals[1])
    if (!timezone.ok) throw new UsageError(timezone.error)
    const site = await withDirectory(world, async (directory, note) => {
      const found = findSite(directory, positionals[0] ?? '')
      await note({
        action: 'settings_changed',
        site: found.domain,
        subject: 'timezone',
        outcome: timezone.value,
      })
      return directory.changeSite(found.id, stored => ({
        ...stored,
        ...withTimezone(stored, timezone.value, world.nowSeconds()),
      }))
    })
    if (site === undefined) throw new CommandError('The site has just been removed.')
    const change = site.zoneChanges.at(-1)
    const isToCome = change !== undefined && change.fromSeconds > world.nowSeconds()
    const from = isToCome ? toIso(change.fromSeconds) : undefined
    return {
      lines: [
        from === undefined
          ? `${site.domain} has its days in the time zone ${timezoneAt(site, world.nowSeconds())}.`
          : `${site.domain} has its days in the time zone ${timezone.value} from ${from} on.`,
      ],
      json: { domain: site.domain, timezone: timezone.value, from: from ?? null },
    }
  },
}

/** The settings with one changed. Throws `UsageError` that says what to type. */
function changedSettings(site: Site, text: string) {
  const [, name = '', typed = ''] = /^([\w.]+)=(.*)$/s.exec(text) ?? []
  const body = toSiteSettingsBody(site.settings)
  const present = flatten(body).find(([known]) => known === name)
  if (present === undefined) {
    const known = flatten(body).map(([setting]) => setting)
    throw new UsageError(`Type --set NAME=VALUE. Settings are ${known.join(', ')}.`)
  }
  const [first = '', second] = name.split('.')
  const old = second === undefined ? Reflect.get(body, first) : Reflect.get(Reflect.get(body, first), second)
  const value = readValue(typed, old)
  const changed =
    second === undefined
      ? { ...body, [first]: value }
      : { ...body, [first]: { ...Reflect.get(body, first), [second]: value } }
  const result = parseSiteSettings(changed)
  if (result.ok) return result.settings
  const faults = Object.entries(result.errors).map(([path, messages]) => `${path} ${messages.join(', ')}`)
  throw new UsageError(`${faults.join('; ')}.`)
}

/** A typed value of the same kind as the old one. */
function readValue(typed: string, old: unknown): unknown {
  if (Array.isArray(old)) {
    return typed
      .split(',')
      .map(entry => entry.trim())
      .filter(entry => entry !== '')
  }
  if (typeof old === 'boolean' && /^(true|false)$/.test(typed)) return typed === 'true'
  return typed
}

/** Every setting with its value as text; those of groups as `group.name`. */
function flatten(body: object, prefix = ''): [string, string][] {
  return Object.entries(body).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value)) return [[prefix + name, value.join(', ')]]
    return typeof value === 'object' && value !== null
      ? flatten(value, `${prefix}${name}.`)
      : [[prefix + name, String(value)]]
  })
}
