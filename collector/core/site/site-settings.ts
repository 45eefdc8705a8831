import ipaddr from 'ipaddr.js'
import * as v from 'valibot'
import { messagesByPath } from '../messages-by-path.ts'
import { DEFAULT_PAGE_RULES, type PageRules } from '../page/page-rules.ts'

/** What a visitor's id is made from: the whole address, or only its truncated network. */
export const PRECISIONS = ['full', 'network'] as const
export type Precision = (typeof PRECISIONS)[number]

/** Events that the owner does not want to count. */
export interface Shields {
  readonly hostnames: readonly string[]
  /** Patterns as in masks. */
  readonly pages: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** CIDR. Compared with the whole address, which is not kept. */
  readonly networks: readonly string[]
}

/** How one site wants its events. */
export interface SiteSettings {
  readonly precision: Precision
  /** Host names besides the site's domain and its subdomains that belong to it. */
  readonly hostnames: readonly string[]
  /** What is kept of referrers. */
  readonly referrer: 'host' | 'none'
  /** Whether events from data centres are counted. */
  readonly countHostingNetworks: boolean
  readonly pages: PageRules
  readonly shields: Shields
}

export const DEFAULT_SITE_SETTINGS: SiteSettings = {
  precision: 'full',
  hostnames: [],
  referrer: 'host',
  countHostingNetworks: false,
  pages: DEFAULT_PAGE_RULES,
  shields: { hostnames: [], pages: [], countries: [], networks: [] },
}

const MAX_ENTRIES = 100
const host = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.transform(text => text.replace(/^www\./, '')),
  v.regex(
    /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/,
    'must be a host name such as shop.example.net',
  ),
)
const pattern = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500, 'may have at most 500 characters'),
  v.regex(/^\//, 'must begin with "/", such as /orders/*/pay'),
)
const parameter = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[^\s=&?#]{1,100}$/, 'must be the name of a query parameter, such as q'),
)
const country = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[A-Z]{2}$/, 'must be a country code of two letters, such as FI'),
)
const network = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.transform(text => (text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`)),
  v.check(
    text => ipaddr.isValidCIDR(text),
    'must be an address or a network such as 192.0.2.0/24 or 2001:db8::/32',
  ),
)

function list<T extends v.GenericSchema<unknown, string>>(entry: T) {
  return v.pipe(
    v.array(entry),
    v.maxLength(MAX_ENTRIES, `may have at most ${MAX_ENTRIES} entries`),
    v.transform(entries => [...new Set(entries)]),
  )
}

/** The settings as the API and the database write them; whatever is left out has its default. */
export const SITE_SETTINGS_BODY_SCHEMA = v.pipe(
  v.strictObject({
    precision: v.optional(v.picklist(PRECISIONS, 'must be "full" or "network"'), 'full'),
    hostnames: v.optional(list(host), []),
    referrer: v.optional(v.picklist(['host', 'none'], 'must be "host" or "none"'), 'host'),
    count_hosting_networks: v.optional(v.boolean('must be true or false'), false),
    pages: v.optional(
      v.strictObject({
        fold_slash: v.optional(v.boolean('must be true or false'), true),
        keep_parameters: v.optional(list(parameter), []),
        masks: v.optional(list(pattern), []),
        mask_tokens: v.optional(v.boolean('must be true or false'), true),
      }),
      {},
    ),
    shields: v.optional(
      v.strictObject({
        hostnames: v.optional(list(host), []),
        pages: v.optional(list(pattern), []),
        countries: v.optional(list(country), []),
        networks: v.optional(list(network), []),
      }),
      {},
    ),
  }),
  v.transform(
    (body): SiteSettings => ({
      precision: body.precision,
      hostnames: body.hostnames,
      referrer: body.referrer,
      countHostingNetworks: body.count_hosting_networks,
      pages: {
        foldSlash: body.pages.fold_slash,
        keepParameters: body.pages.keep_parameters,
        masks: body.pages.masks,
        maskTokens: body.pages.mask_tokens,
      },
      shields: body.shields,
    }),
  ),
)

/** A site's settings in JSON, with the names of the API. */
export type SiteSettingsBody = v.InferInput<typeof SITE_SETTINGS_BODY_SCHEMA>

export type SiteSettingsResult =
  | { readonly ok: true; readonly settings: SiteSettings }
  /** Messages by the path of the setting, such as `shields.networks.0`. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Reads settings as the API and the database write them. Every fault is told, by path. */
export function parseSiteSettings(value: unknown): SiteSettingsResult {
  // An empty list would read as an object in which everything is left out.
  if (Array.isArray(value)) return { ok: false, errors: { settings: ['must be a JSON object'] } }
  const result = v.safeParse(SITE_SETTINGS_BODY_SCHEMA, value)
  if (result.success) return { ok: true, settings: result.output }
  const messages = result.issues.map((issue): readonly [string, string] => {
    const message =
      issue.type === 'strict_object' && issue.expected === 'never' ? 'is not a setting' : issue.message
    return [v.getDotPath(issue) ?? 'settings', message]
  })
  return { ok: false, errors: messagesByPath(messages) }
}

/** The other way: what `parseSiteSettings` reads as the same settings. */
export function toSiteSettingsBody(settings: SiteSettings): Required<SiteSettingsBody> {
  const { pages, shields } = settings
  return {
    precision: settings.precision,
    hostnames: [...settings.hostnames],
    referrer: settings.referrer,
    count_hosting_networks: settings.countHostingNetworks,
    pages: {
      fold_slash: pages.foldSlash,
      keep_parameters: [...pages.keepParameters],
      masks: [...pages.masks],
      mask_tokens: pages.maskTokens,
    },
    shields: {
      hostnames: [...shields.hostnames],
      pages: [...shields.pages],
      countries: [...shields.countries],
      networks: [...shields.networks],
    },
  }
}
