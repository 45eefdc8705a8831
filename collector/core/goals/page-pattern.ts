/**
 * The regular expression (RE2 and JavaScript alike) of a page pattern: `*` stands for any text without `/`, `**` for any
 * text, everything else for itself; the whole page must fit.
 */
export function pagePatternExpression(pattern: string): string {
  const parts = pattern.split(/(\*+)/)
  const body = parts.map(part =>
    part.startsWith('*') ? (part.length > 1 ? ANY_TEXT : '[^/]*') : escaped(part),
  )
  return `^${body.join('')}$`
}

/** A page may hold any character, a line break too, which a dot would leave out. */
const ANY_TEXT = String.raw`[\s\S]*`

/** True for a pattern that is one page and no other. */
export function isOnePage(pattern: string): boolean {
  return !pattern.includes('*')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`)
}
