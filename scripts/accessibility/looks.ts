/** A window in which every view is looked at. */
export interface Look {
  readonly name: string
  /** Of the window, CSS px. */
  readonly width: number
  readonly isDark: boolean
}

export const LOOKS = [
  { name: 'light', width: 1_440, isDark: false },
  { name: 'dark', width: 1_440, isDark: true },
  { name: 'narrow', width: 360, isDark: false },
] as const satisfies readonly Look[]
