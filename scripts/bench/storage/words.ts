import type { Random } from '../../demo/random.ts'
import { longTail } from './long-tail.ts'

const ONSETS = 'b c d f g h j k l m n p r s t v w st tr pl gr ch br sh'.split(' ')
const NUCLEI = 'a e i o u ai ea io ou ie'.split(' ')
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'nd', 'ck', 'm']

/** Words of one site's addresses; as in a language, a few are in every second title and most are rare. */
const VOCABULARY = 2_500
const rankOf = longTail(VOCABULARY, 0.9)

/** Makes the words of a site and joins them with hyphens, as addresses do. */
export function openSlugs(random: Random): (words: number) => string {
  const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => newWord(rank, random))
  return words => Array.from({ length: words }, () => vocabulary[rankOf(random)]).join('-')
}

/** Frequent words are short, as they are in languages. */
function newWord(rank: number, random: Random): string {
  const syllables = (rank < 60 ? 1 : 2) + random.below(2)
  return Array.from(
    { length: syllables },
    () => random.oneOf(ONSETS) + random.oneOf(NUCLEI) + random.oneOf(CODAS),
  ).join('')
}
