import { findApiKey } from '../../../accounts/api-keys.ts'
import type { Directory } from '../../../accounts/directory.ts'
import type { ApiKey } from '../../../core/ports.ts'
import type { EventCaller } from './items.ts'

/** Finds the program behind an `Authorization` header, and the site that its key is for. */
export function openEventCallers(
  directory: Pick<Directory, 'keyByHash' | 'siteById'>,
  onUse: (key: ApiKey) => void,
): (authorization: string) => EventCaller | undefined {
  return authorization => {
    const key = findApiKey(directory, /^Bearer +(\S{1,200}) *$/i.exec(authorization)?.[1] ?? '')
    const site = key && directory.siteById(key.siteId)
    if (key === undefined || site === undefined) return undefined
    onUse(key)
    return { key, site }
  }
}
