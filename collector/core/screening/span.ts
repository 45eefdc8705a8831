/** A piece of a text: from the character at `start` up to, and not with, the one at `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}
