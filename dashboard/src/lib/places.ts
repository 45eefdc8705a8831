import type { SiteBody } from '../../../collector/http/contract.ts'
import { WORDS } from './wording.ts'

/** Somewhere that things are looked after. */
export interface Place {
  readonly label: string
  /** Without the base path. */
  readonly path: string
}

/** Whether somebody of this role may change goals and funnels, as the collector decides it. */
export function mayEditGoals(role: SiteBody['role']): boolean {
  return role !== 'viewer'
}

/** Where somebody looks after a site; nowhere for who may not. */
export function sitePlaces({ domain, role }: Pick<SiteBody, 'domain' | 'role'>): Place[] {
  const site = `/sites/${encodeURIComponent(domain)}`
  const edited = [
    { label: WORDS.goals, path: `${site}/goals` },
    { label: WORDS.funnels, path: `${site}/funnels` },
  ]
  if (role !== 'admin' && role !== 'owner') return mayEditGoals(role) ? edited : []
  return [
    ...edited,
    { label: WORDS.people, path: `${site}/people` },
    { label: WORDS.keys, path: `${site}/keys` },
    { label: WORDS.sharing, path: `${site}/sharing` },
    { label: WORDS.install, path: `${site}/install` },
    { label: WORDS.counting, path: `${site}/counting` },
    { label: WORDS.settings, path: `${site}/settings` },
  ]
}

/** Where operators look after the installation. */
export function installationPlaces(isOperator: boolean): Place[] {
  if (!isOperator) return []
  return [
    { label: WORDS.accounts, path: '/accounts' },
    { label: WORDS.audit, path: '/audit' },
  ]
}
