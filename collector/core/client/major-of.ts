/** First number of a version such as `141.0.7390.54` or `18_6`: at most four digits, empty when it does not begin with one. */
export function majorOf(version: string | undefined): string {
  return /^\d{1,4}(?!\d)/.exec(version ?? '')?.[0] ?? ''
}
