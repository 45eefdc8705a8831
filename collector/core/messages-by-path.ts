/** Messages gathered by path, in order. A path may be any text that a client sent, `constructor` and `__proto__` too. */
export function messagesByPath(
  entries: Iterable<readonly [path: string, message: string]>,
): Readonly<Record<string, readonly string[]>> {
  const byPath = new Map<string, string[]>()
  for (const [path, message] of entries) byPath.set(path, [...(byPath.get(path) ?? []), message])
  return Object.fromEntries(byPath)
}
