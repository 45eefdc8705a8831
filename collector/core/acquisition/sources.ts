interface SourceRow {
  readonly name: string
  /** Registrable domains, or whole hosts where only that host is meant. */
  readonly hosts: readonly string[]
  /** Values of utm_source, source and ref that mean the same. */
  readonly aliases?: readonly string[]
  readonly why: string
}

/** Hosts with a name that people know. Matched by whole host or registrable domain, never by a part of it. */
export const SOURCES: readonly SourceRow[] = [
  {
    name: 'Google',
    hosts: [
      'google.com',
      'google.fi',
      'google.se',
      'google.no',
      'google.dk',
      'google.ee',
      'google.de',
      'google.fr',
      'google.nl',
      'google.es',
      'google.it',
      'google.pl',
      'google.at',
      'google.be',
      'google.ch',
      'google.ie',
      'google.pt',
      'google.cz',
      'google.lv',
      'google.lt',
      'google.co.uk',
      'com.google.android.googlequicksearchbox',
    ],
    aliases: ['google'],
    why: 'search engine',
  },
  { name: 'Bing', hosts: ['bing.com'], aliases: ['bing'], why: 'search engine of Microsoft' },
  { name: 'DuckDuckGo', hosts: ['duckduckgo.com'], aliases: ['duckduckgo', 'ddg'], why: 'search engine' },
  { name: 'Ecosia', hosts: ['ecosia.org'], aliases: ['ecosia'], why: 'search engine, Germany' },
  { name: 'Qwant', hosts: ['qwant.com'], why: 'search engine, France' },
  { name: 'Startpage', hosts: ['startpage.com'], why: 'search engine, Netherlands' },
  { name: 'Yahoo!', hosts: ['search.yahoo.com', 'yahoo.com'], aliases: ['yahoo'], why: 'search engine' },
  { name: 'Yandex', hosts: ['yandex.ru', 'yandex.com', 'ya.ru'], why: 'search engine' },
  { name: 'Brave', hosts: ['search.brave.com'], why: "search engine; brave.com itself is the maker's site" },
  { name: 'Kagi', hosts: ['kagi.com'], why: 'search engine' },
  {
    name: 'Facebook',
    hosts: ['facebook.com', 'fb.com', 'fb.me'],
    aliases: ['facebook', 'fb'],
    why: 'social network',
  },
  { name: 'Instagram', hosts: ['instagram.com'], aliases: ['instagram', 'ig'], why: 'social network' },
  { name: 'Threads', hosts: ['threads.net', 'threads.com'], why: 'social network' },
  {
    name: 'Twitter',
    hosts: ['twitter.com', 'x.com', 't.co'],
    aliases: ['twitter', 'x'],
    why: 'social network; t.co is its link shortener',
  },
  { name: 'LinkedIn', hosts: ['linkedin.com', 'lnkd.in'], aliases: ['linkedin'], why: 'social network' },
  { name: 'Reddit', hosts: ['reddit.com'], aliases: ['reddit'], why: 'social network' },
  { name: 'Pinterest', hosts: ['pinterest.com', 'pin.it'], aliases: ['pinterest'], why: 'social network' },
  { name: 'TikTok', hosts: ['tiktok.com'], aliases: ['tiktok'], why: 'social network' },
  { name: 'YouTube', hosts: ['youtube.com', 'youtu.be'], aliases: ['youtube', 'yt'], why: 'video' },
  { name: 'Bluesky', hosts: ['bsky.app'], why: 'social network' },
  {
    name: 'Mastodon',
    hosts: ['mastodon.social', 'mastodontti.fi'],
    why: 'social network; the largest and the Finnish instance',
  },
  { name: 'Suomi24', hosts: ['suomi24.fi'], why: 'discussion forum, Finland' },
  {
    name: 'Hacker News',
    hosts: ['news.ycombinator.com'],
    why: 'news forum; ycombinator.com itself is another site',
  },
  {
    name: 'ChatGPT',
    hosts: ['chatgpt.com', 'chat.openai.com'],
    aliases: ['chatgpt.com', 'openai'],
    why: 'AI assistant',
  },
  { name: 'Claude', hosts: ['claude.ai'], why: 'AI assistant' },
  { name: 'Perplexity', hosts: ['perplexity.ai'], aliases: ['perplexity'], why: 'AI assistant' },
  {
    name: 'Gemini',
    hosts: ['gemini.google.com'],
    why: 'AI assistant; whole host, since google.com is the search engine',
  },
  { name: 'Copilot', hosts: ['copilot.microsoft.com'], why: 'AI assistant' },
  { name: 'Mistral', hosts: ['chat.mistral.ai'], why: 'AI assistant, France' },
  { name: 'DeepSeek', hosts: ['chat.deepseek.com'], why: 'AI assistant' },
  {
    name: 'Gmail',
    hosts: ['mail.google.com', 'com.google.android.gm'],
    aliases: ['gmail'],
    why: 'mail; whole host, since google.com is the search engine',
  },
  { name: 'Wikipedia', hosts: ['wikipedia.org'], why: 'encyclopaedia' },
  { name: 'GitHub', hosts: ['github.com'], why: 'code' },
]
