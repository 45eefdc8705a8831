import { findApiKey } from '../../../accounts/api-keys.ts'
import type { Directory } from '../../../accounts/directory.ts'
import type { ApiKey } from '../../../core/ports.ts'
import type { EventCaller } from './items.ts'

/** Finds the program behind an `Authorization` header, and the sites that its key is for. */
export function openEventCallers(
  directory: Pick<Directory, 'keyByHash' | 'siteById' | 'siteByDomain'>,
  onUse: (key: ApiKey) => void,
): (authorization: string) => EventCaller | undefined {
  return authorization => {
    const key = findApiKey(directory, /^Bearer +(\S{1,200}) *$/i.exec(authorization)?.[1] ?? '')
    if (key === undefined) return undefined
    onUse(key)
    const { siteId } = key
    if (siteId === undefined) return { key, site: undefined, isFor: () => true }
    const site = directory.siteById(siteId)
    return site && { key, site, isFor: domain => directory.siteByDomain(domain)?.id === siteId }
  }
}
