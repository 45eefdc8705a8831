/** The part of `Storage` that a preference needs. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The browser's storage; where it is forbidden, a choice lasts as long as the page. */
export function ownStorage(): PreferenceStorage {
  try {
    return localStorage
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
  }
}
