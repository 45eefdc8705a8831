/** What became of a value that a person typed: the clean value, or what is wrong with it in their words. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string }
