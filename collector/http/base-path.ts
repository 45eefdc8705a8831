/**
 * A request's path below the base path. One that comes without it stays as it is: some proxies take it off, and health
 * checks do not know it.
 */
export function belowBasePath(basePath: string, url: string): string {
  if (basePath === '' || !url.startsWith(basePath)) return url
  const rest = url.slice(basePath.length)
  if (rest === '' || rest.startsWith('?')) return `/${rest}`
  return rest.startsWith('/') ? rest : url
}
