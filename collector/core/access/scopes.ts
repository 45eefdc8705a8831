import type { SiteAction } from './roles.ts'

/** What a program with an API key may do, by the names of its scopes. */
export const API_KEY_SCOPES = ['stats:read', 'events:write', 'events:import', 'sites:manage'] as const
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number]

/** People and keys are managed by people only. */
const ALLOWED: Readonly<Record<ApiKeyScope, readonly SiteAction[]>> = {
  'stats:read': ['see_site', 'read_statistics', 'see_annotations'],
  'events:write': [],
  'events:import': [],
  'sites:manage': [
    'see_site',
    'edit_goals',
    'edit_segments',
    'edit_funnels',
    'see_annotations',
    'edit_annotations',
    'change_settings',
    'share_site',
    'reset_site',
    'delete_site',
  ],
}

/** What somebody who opened a link may do with its site. */
const SHARED: readonly SiteAction[] = ['see_site', 'read_statistics']

/** Whether a link to a site allows an action on it. */
export function linkAllows(action: SiteAction): boolean {
  return SHARED.includes(action)
}

/** Whether one of the scopes allows an action. */
export function scopesAllow(scopes: readonly ApiKeyScope[], action: SiteAction): boolean {
  return scopes.some(scope => ALLOWED[scope].includes(action))
}

/** The scope that a key needs for an action; undefined: no key may do it. */
export function scopeFor(action: SiteAction): ApiKeyScope | undefined {
  return API_KEY_SCOPES.find(scope => ALLOWED[scope].includes(action))
}
