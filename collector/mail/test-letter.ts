import { type Letter, writeLetter } from './letter.ts'

/** A letter that only shows that letters arrive; `address` is where browsers reach Hanki. */
export function testLetter(to: string, address: string): Letter {
  return writeLetter(to, 'A test letter', address, [
    'Letters of Hanki arrive: this one was sent to try it.',
    'If you did not expect this letter, do nothing.',
  ])
}
