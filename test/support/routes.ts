import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DIRECTORY = join(import.meta.dirname, '../../collector/http/routes')

/** Every route below `/api/` as the sources have it, such as `GET /api/sites/:domain/goals`. */
export function apiRoutes(): readonly { readonly method: string; readonly path: string }[] {
  return readdirSync(DIRECTORY, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => [
      ...readFileSync(join(DIRECTORY, file), 'utf8').matchAll(
        /\.(get|post|put|patch|delete)\(\s*'(\/api\/[^']+)'/g,
      ),
    ])
    .map(([, method = '', path = '']) => ({ method: method.toUpperCase(), path }))
}
