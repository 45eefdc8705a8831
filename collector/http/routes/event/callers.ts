import { findApiKey } from '../../../accounts/api-keys.ts'
import type { Directory } from '../../../accounts/directory.ts'
import type { EventCaller } from './items.ts'

/** Finds the program behind an `Authorization` header, and the site that its key is for. */
export function openEventCallers(
  directory: Pick<Directory, 'keyByHash' | 'siteById'>,
): (authorization: string) => EventCaller | undefined {
  return authorization => {
    const key = findApiKey(directory, /^Bearer +(\S{1,200}) *$/i.exec(authorization)?.[1] ?? '')
    const site = key && directory.siteById(key.siteId)
    return key && site && { key, site }
  }
}
