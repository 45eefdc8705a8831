/**
 * `Windows NT` numbers and the names that people know. Windows 11 says 10.0 too, in every browser, and only a hint
 * that is not sent unasked tells it: `10+` is what is known.
 */
export const WINDOWS_VERSIONS: ReadonlyMap<string, string> = new Map([
  ['10.0', '10+'],
  ['6.4', '10+'],
  ['6.3', '8.1'],
  ['6.2', '8'],
  ['6.1', '7'],
  ['6.0', 'Vista'],
  ['5.2', 'XP'],
  ['5.1', 'XP'],
  ['5.01', '2000'],
  ['5.0', '2000'],
])
