import { type SiteSettings, toSiteSettingsBody } from './site-settings.ts'

/** Names of the settings that differ, as the API calls them, such as `shields.networks`; never their values. */
export function changedSettings(before: SiteSettings, after: SiteSettings): readonly string[] {
  const [old, fresh] = [flat(toSiteSettingsBody(before)), flat(toSiteSettingsBody(after))]
  return [...fresh].flatMap(([name, value]) => (old.get(name) === value ? [] : [name]))
}

/** Values by their path, as text; a list is one value. */
function flat(body: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? [...flat(value, `${path}${name}.`)]
        : [[`${path}${name}`, JSON.stringify(value)] as const],
    ),
  )
}
