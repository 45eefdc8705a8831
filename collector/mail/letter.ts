/** A letter in plain text. Nothing in it is fetched, counted or formatted. */
export interface Letter {
  /** One e-mail address. */
  readonly to: string
  /** One line. */
  readonly subject: string
  readonly text: string
}

/** Longest piece of somebody else's text in a letter, in characters. */
const MAX_PIECE_CHARACTERS = 254

/** Somebody else's text as a piece of one line: it can begin neither a header nor a paragraph. */
export function onOneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_PIECE_CHARACTERS)
  return line.isWellFormed() ? line : line.slice(0, -1)
}

/** Puts a letter together from its paragraphs; `address` is where browsers reach Hanki. */
export function writeLetter(
  to: string,
  subject: string,
  address: string,
  paragraphs: readonly string[],
): Letter {
  return {
    to,
    subject: onOneLine(subject),
    text: `${[...paragraphs, `Hanki, ${address}`].join('\n\n')}\n`,
  }
}

/** A moment as letters name it, such as `5 October 2026 at 14:20 UTC`. */
export function inWords(seconds: number): string {
  return `${MOMENT.format(seconds * 1_000)} UTC`
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
