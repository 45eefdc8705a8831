import { isEmbedded } from './embedding.ts'

/** The part of `Storage` that a preference needs. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The browser's storage; where it is forbidden, or in a frame of somebody else's page, a choice lasts as long as the page. */
export function ownStorage(): PreferenceStorage {
  try {
    return isEmbedded() ? NO_STORAGE : localStorage
  } catch {
    return NO_STORAGE
  }
}

const NO_STORAGE: PreferenceStorage = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
}
