/**
 * What a program that reads pages does it for:
 * `search` fills a search engine, `ai-training` a language model, `ai-search` an index that such a model looks things up in;
 * `ai-assistant` reads a page because a person asked an assistant; `seo` measures links and ranks for site owners;
 * `advertising` checks pages for ads; `preview` makes the card of a link in a chat or network; `feed-reader` reads RSS;
 * `monitoring` watches that a site is up and fast; `security` looks for weaknesses and harm; `archive` keeps copies;
 * `research` is a university's or library's; `automation` is a browser driven by a program;
 * `library` is an HTTP client of a programming language; `other` is the rest.
 */
export const BOT_CLASSES = [
  'search',
  'ai-training',
  'ai-search',
  'ai-assistant',
  'seo',
  'advertising',
  'preview',
  'feed-reader',
  'monitoring',
  'security',
  'archive',
  'research',
  'automation',
  'library',
  'other',
] as const

export type BotClass = (typeof BOT_CLASSES)[number]

/** A program, by the name that people know it by: at most 60 characters, never the User-Agent itself. */
export interface Bot {
  readonly name: string
  readonly class: BotClass
}
