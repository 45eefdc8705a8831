declare module 'virtual:world-map' {
  import type { MapCountry } from '../build/world-map.ts'

  /** Of the drawing, in its own units. */
  export const SIZE: { readonly width: number; readonly height: number }
  export const COUNTRIES: readonly MapCountry[]
}
