/** What a person may be on a site, from the least to the most that it allows. */
export const ROLES = ['viewer', 'editor', 'admin', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** What is done with a site, by the least role that it takes. */
const LEAST_ROLE = {
  see_site: 'viewer',
  read_statistics: 'viewer',
  edit_goals: 'editor',
  edit_segments: 'editor',
  edit_funnels: 'editor',
  see_annotations: 'viewer',
  edit_annotations: 'editor',
  change_settings: 'admin',
  remove_events: 'admin',
  manage_people: 'admin',
  manage_keys: 'admin',
  see_statements: 'admin',
  share_site: 'admin',
  reset_site: 'owner',
  delete_site: 'owner',
} as const satisfies Record<string, Role>

export type SiteAction = keyof typeof LEAST_ROLE
export const SITE_ACTIONS = Object.keys(LEAST_ROLE) as readonly SiteAction[]

/** Whether a role allows an action; nobody's role allows nothing. */
export function allows(role: Role | undefined, action: SiteAction): boolean {
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(leastRole(action))
}

/** The least role that allows an action. */
export function leastRole(action: SiteAction): Role {
  return LEAST_ROLE[action]
}

/** Whether somebody of one role may give, or take away, another: nobody makes owners but owners. */
export function mayGive(giver: Role | undefined, role: Role): boolean {
  return allows(giver, 'manage_people') && (role !== 'owner' || giver === 'owner')
}

/** The role of this name; undefined when there is none. */
export function parseRole(typed: unknown): Role | undefined {
  return ROLES.find(role => role === typed)
}
