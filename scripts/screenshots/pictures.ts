/** One picture of the dashboard. */
export interface Picture {
  /** File in `dashboard/screenshots`. */
  readonly file: string
  /** Query string of the site's address. */
  readonly search: string
  readonly width: number
  readonly height: number
  readonly isDark: boolean
  /** Shown before the picture is taken. */
  readonly waitFor: string
}

const DESKTOP = { width: 1280, height: 900, isDark: false, waitFor: 'canvas[role=img]' } as const

/** What the README shows. */
export const PICTURES: readonly Picture[] = [
  { ...DESKTOP, file: 'first-screen-light.png', search: '' },
  { ...DESKTOP, file: 'first-screen-dark.png', search: '', isDark: true },
  { ...DESKTOP, file: 'phone.png', search: '?period=7d', width: 390, height: 844 },
  { ...DESKTOP, file: 'details.png', search: '?details=pages', waitFor: 'dialog tbody tr' },
]

/** Heaviest picture, bytes: everybody who clones the repository carries it. */
export const MAX_PICTURE_BYTES = 200_000
