import type { Plugin } from 'vite'
import { WORLD_HEIGHT, WORLD_WIDTH, worldMap } from './world-map.ts'

const NAME = 'virtual:world-map'
const RESOLVED = `\0${NAME}`

/** Lets the dashboard import the drawn world as `virtual:world-map`, computed once while it is built. */
export function worldMapPlugin(): Plugin {
  return {
    name: 'hanki-world-map',
    resolveId: id => (id === NAME ? RESOLVED : undefined),
    load: id =>
      id === RESOLVED
        ? `export const SIZE = ${JSON.stringify({ width: WORLD_WIDTH, height: WORLD_HEIGHT })}
export const COUNTRIES = ${JSON.stringify(worldMap())}`
        : undefined,
  }
}
