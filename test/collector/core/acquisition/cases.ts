import type { Channel } from '../../../../collector/core/acquisition/channel.ts'

/** One first page view of a visit to `kongas.fi`. */
export interface AcquisitionCase {
  readonly why: string
  /** Query of the page. */
  readonly query?: string
  readonly referrer?: string
  readonly source: string
  readonly channel: Channel
  /** What is kept of the referrer; empty when it is not said. */
  readonly host?: string
}

/** `[why, referrer, source, channel, host]`. */
const REFERRERS: readonly (readonly [string, string, string, Channel, string])[] = [
  ['nothing', '', '', 'Direct', ''],
  ['a search engine', 'https://www.google.com/', 'Google', 'Organic Search', 'google.com'],
  ['the same in Finland', 'https://www.google.fi/', 'Google', 'Organic Search', 'google.fi'],
  ['the same in Britain', 'https://www.google.co.uk/', 'Google', 'Organic Search', 'google.co.uk'],
  ['the same in Brazil', 'https://www.google.com.br/', 'Google', 'Organic Search', 'google.com.br'],
  ['its mail is another source', 'https://mail.google.com/mail/u/0/', 'Gmail', 'Email', 'mail.google.com'],
  ['its assistant too', 'https://gemini.google.com/', 'Gemini', 'AI Assistants', 'gemini.google.com'],
  ['its news too', 'https://news.google.com/', 'Google News', 'Referral', 'news.google.com'],
  ['its documents too', 'https://docs.google.com/d/x', 'Google Docs', 'Referral', 'docs.google.com'],
  ['Bing', 'https://www.bing.com/search?q=x', 'Bing', 'Organic Search', 'bing.com'],
  ['DuckDuckGo', 'https://duckduckgo.com/', 'DuckDuckGo', 'Organic Search', 'duckduckgo.com'],
  ['Ecosia', 'https://www.ecosia.org/', 'Ecosia', 'Organic Search', 'ecosia.org'],
  ['Qwant', 'https://www.qwant.com/', 'Qwant', 'Organic Search', 'qwant.com'],
  ['Startpage', 'https://www.startpage.com/', 'Startpage', 'Organic Search', 'startpage.com'],
  ['Seznam', 'https://search.seznam.cz/', 'Seznam', 'Organic Search', 'search.seznam.cz'],
  ['Yandex', 'https://yandex.ru/', 'Yandex', 'Organic Search', 'yandex.ru'],
  ['Brave Search', 'https://search.brave.com/', 'Brave', 'Organic Search', 'search.brave.com'],
  ['Kagi', 'https://kagi.com/', 'Kagi', 'Organic Search', 'kagi.com'],
  ['Yahoo of a country', 'https://fi.search.yahoo.com/', 'Yahoo!', 'Organic Search', 'fi.search.yahoo.com'],
  ['Facebook', 'https://www.facebook.com/', 'Facebook', 'Organic Social', 'facebook.com'],
  ['its mobile site', 'https://m.facebook.com/', 'Facebook', 'Organic Social', 'm.facebook.com'],
  ['its link page', 'https://l.facebook.com/l.php?u=x', 'Facebook', 'Organic Social', 'l.facebook.com'],
  ['Instagram', 'https://l.instagram.com/', 'Instagram', 'Organic Social', 'l.instagram.com'],
  ['a link shortener by whole host', 'https://t.co/abc', 'Twitter', 'Organic Social', 't.co'],
  ['X', 'https://x.com/', 'Twitter', 'Organic Social', 'x.com'],
  ['LinkedIn', 'https://lnkd.in/x', 'LinkedIn', 'Organic Social', 'lnkd.in'],
  ['Reddit', 'https://old.reddit.com/r/x', 'Reddit', 'Organic Social', 'old.reddit.com'],
  ['Mastodon in Finland', 'https://mastodontti.fi/', 'Mastodon', 'Organic Social', 'mastodontti.fi'],
  ['Bluesky', 'https://bsky.app/', 'Bluesky', 'Organic Social', 'bsky.app'],
  ['Suomi24', 'https://keskustelu.suomi24.fi/', 'Suomi24', 'Organic Social', 'keskustelu.suomi24.fi'],
  ['Flashback', 'https://www.flashback.org/', 'Flashback', 'Organic Social', 'flashback.org'],
  ['Hacker News', 'https://news.ycombinator.com/', 'Hacker News', 'Organic Social', 'news.ycombinator.com'],
  [
    'its owner is another site',
    'https://www.ycombinator.com/',
    'ycombinator.com',
    'Referral',
    'ycombinator.com',
  ],
  ['YouTube', 'https://www.youtube.com/', 'YouTube', 'Organic Video', 'youtube.com'],
  ['its short links', 'https://youtu.be/x', 'YouTube', 'Organic Video', 'youtu.be'],
  ['a broadcaster by whole host', 'https://areena.yle.fi/', 'Yle Areena', 'Organic Video', 'areena.yle.fi'],
  ['the broadcaster itself', 'https://yle.fi/a/1', 'Yle', 'Referral', 'yle.fi'],
  ['a shop', 'https://www.amazon.de/', 'Amazon', 'Organic Shopping', 'amazon.de'],
  ['classified ads', 'https://www.tori.fi/', 'Tori', 'Organic Shopping', 'tori.fi'],
  ['price comparison', 'https://www.prisjakt.nu/', 'Prisjakt', 'Organic Shopping', 'prisjakt.nu'],
  ['ChatGPT', 'https://chatgpt.com/', 'ChatGPT', 'AI Assistants', 'chatgpt.com'],
  ['Claude', 'https://claude.ai/', 'Claude', 'AI Assistants', 'claude.ai'],
  ['Perplexity', 'https://www.perplexity.ai/', 'Perplexity', 'AI Assistants', 'perplexity.ai'],
  ['Copilot', 'https://copilot.microsoft.com/', 'Copilot', 'AI Assistants', 'copilot.microsoft.com'],
  ['Mistral', 'https://chat.mistral.ai/', 'Mistral', 'AI Assistants', 'chat.mistral.ai'],
  ['DeepSeek', 'https://chat.deepseek.com/', 'DeepSeek', 'AI Assistants', 'chat.deepseek.com'],
  ['Grok', 'https://grok.com/', 'Grok', 'AI Assistants', 'grok.com'],
  ['Proton Mail', 'https://mail.proton.me/', 'Proton Mail', 'Email', 'mail.proton.me'],
  ['Outlook', 'https://outlook.live.com/', 'Outlook', 'Email', 'outlook.live.com'],
  ['a newsletter sender', 'https://mailchi.mp/x', 'Mailchimp', 'Email', 'mailchi.mp'],
  ['code', 'https://github.com/x/y', 'GitHub', 'Referral', 'github.com'],
  [
    'an encyclopaedia of a language',
    'https://fi.wikipedia.org/',
    'Wikipedia',
    'Referral',
    'fi.wikipedia.org',
  ],
  [
    'a blog that nobody knows',
    'https://blog.example.org/secret?q=1',
    'blog.example.org',
    'Referral',
    'blog.example.org',
  ],
  // What only looks like a source.
  ['walmart.com is not t.co', 'https://www.walmart.com/', 'Walmart', 'Organic Shopping', 'walmart.com'],
  [
    'reactnative.directory is not t.co',
    'https://reactnative.directory/',
    'reactnative.directory',
    'Referral',
    'reactnative.directory',
  ],
  ['netflix.com is not x.com', 'https://www.netflix.com/', 'Netflix', 'Organic Video', 'netflix.com'],
  ['fedex.com is not x.com', 'https://www.fedex.com/', 'fedex.com', 'Referral', 'fedex.com'],
  ['notgoogle.com is not Google', 'https://notgoogle.com/', 'notgoogle.com', 'Referral', 'notgoogle.com'],
  [
    'google.com.evil.net is not Google',
    'https://google.com.evil.net/',
    'google.com.evil.net',
    'Referral',
    'google.com.evil.net',
  ],
  ['google.evil is not Google', 'https://google.evil/', 'google.evil', 'Referral', 'google.evil'],
  [
    'a path is no host',
    'https://blog.example.org/facebook.com',
    'blog.example.org',
    'Referral',
    'blog.example.org',
  ],
  [
    'user information is no host',
    'https://facebook.com@blog.example.org/',
    'blog.example.org',
    'Referral',
    'blog.example.org',
  ],
  // Spellings.
  ['capital letters', 'HTTPS://WWW.Google.COM/', 'Google', 'Organic Search', 'google.com'],
  ['a port', 'https://www.google.com:443/', 'Google', 'Organic Search', 'google.com'],
  ['a closing dot', 'https://www.google.com./', 'Google', 'Organic Search', 'google.com'],
  [
    'letters beyond ASCII',
    'https://hämeen.example/',
    'xn--hmeen-gra.example',
    'Referral',
    'xn--hmeen-gra.example',
  ],
  // The site itself and this machine.
  ['the own site', 'https://kongas.fi/a', '', 'Direct', ''],
  ['the own site with www', 'https://www.kongas.fi/a', '', 'Direct', ''],
  ['a subdomain of it', 'https://shop.kongas.fi/a', '', 'Direct', ''],
  ['a name that only ends like it', 'https://vankongas.fi/', 'vankongas.fi', 'Referral', 'vankongas.fi'],
  ['this machine', 'http://localhost:3000/', '', 'Direct', ''],
  ['this machine by number', 'http://127.0.0.1/', '', 'Direct', ''],
  ['this machine by IPv6', 'http://[::1]/', '', 'Direct', ''],
  ['a machine of the house', 'http://192.168.1.7/', '', 'Direct', ''],
  ['a machine of the house by name', 'http://printer.local/', '', 'Direct', ''],
  ['a public address', 'http://93.184.216.34/', '93.184.216.34', 'Referral', '93.184.216.34'],
  ['a word', 'google', '', 'Direct', ''],
  ['a page without a host', 'about:blank', '', 'Direct', ''],
  // Apps.
  ['an Android app', 'android-app://com.google.android.gm/', 'Gmail', 'Email', 'com.google.android.gm'],
  [
    'the Google app',
    'android-app://com.google.android.googlequicksearchbox/',
    'Google',
    'Organic Search',
    'com.google.android.googlequicksearchbox',
  ],
  [
    'an app of a social network',
    'android-app://com.reddit.frontpage/',
    'Reddit',
    'Organic Social',
    'com.reddit.frontpage',
  ],
  ['Slack', 'android-app://com.slack/', 'Slack', 'Referral', 'com.slack'],
  [
    'an app that nobody knows',
    'android-app://fi.example.app/',
    'fi.example.app',
    'Referral',
    'fi.example.app',
  ],
  ['an app of the other store', 'ios-app://284882215/facebook', 'Facebook', 'Organic Social', '284882215'],
]

/** `[why, query, source, channel]`; where a referrer matters it stands behind. */
const TAGS: readonly (readonly [string, string, string, Channel, string?])[] = [
  ['a tag wins over the referrer', 'utm_source=letter', 'letter', 'Referral', 'https://www.google.com/'],
  ['source is a tag', 'source=kumppani', 'kumppani', 'Referral'],
  ['ref is a tag', 'ref=kumppani', 'kumppani', 'Referral'],
  ['utm_source wins over ref', 'ref=a&utm_source=b', 'b', 'Referral'],
  ['a blank tag is none', 'utm_source=%20&ref=b', 'b', 'Referral'],
  ['an alias', 'utm_source=FB', 'Facebook', 'Organic Social'],
  ['another', 'utm_source=ig', 'Instagram', 'Organic Social'],
  ['a name is an alias of itself', 'utm_source=hacker-news', 'Hacker News', 'Organic Social'],
  ['a host as a tag', 'utm_source=chatgpt.com', 'ChatGPT', 'AI Assistants'],
  ['a host with www as a tag', 'utm_source=www.facebook.com', 'Facebook', 'Organic Social'],
  ['a tag that nobody knows stays as it is', 'utm_source=Kevät-Kirje', 'Kevät-Kirje', 'Referral'],
  ['a medium alone', 'utm_medium=email', '', 'Email'],
  // 1
  [
    'cross-network',
    'utm_source=google&utm_medium=cpc&utm_campaign=x-Cross-Network-y',
    'Google',
    'Cross-network',
  ],
  // 2
  ['paid shopping by source', 'utm_source=amazon&utm_medium=cpc', 'Amazon', 'Paid Shopping'],
  [
    'paid shopping by campaign',
    'utm_source=google&utm_medium=cpc&utm_campaign=shopping-fi',
    'Google',
    'Paid Shopping',
  ],
  ['an e-shop is a shop', 'utm_source=google&utm_medium=ppc&utm_campaign=eshop', 'Google', 'Paid Shopping'],
  ['a workshop is none', 'utm_source=google&utm_medium=cpc&utm_campaign=workshop', 'Google', 'Paid Search'],
  // 3
  ['paid search by medium', 'utm_source=google&utm_medium=cpc', 'Google', 'Paid Search'],
  ['paid search by source', 'utm_source=google-ads', 'Google', 'Paid Search'],
  ['adwords', 'utm_source=adwords', 'Google', 'Paid Search'],
  ['bing ads', 'utm_source=bingads', 'Bing', 'Paid Search'],
  ['a click id of Google', 'gclid=EAIaIQ', 'Google', 'Paid Search', 'https://www.google.com/'],
  ['a click id of Google without a referrer', 'gclid=EAIaIQ', 'Google', 'Paid Search'],
  ['a click id of Google in an app', 'gbraid=0AA', 'Google', 'Paid Search'],
  ['a click id of Microsoft', 'msclkid=1', 'Bing', 'Paid Search', 'https://www.bing.com/'],
  ['a click id of Microsoft on Google', 'msclkid=1', 'Google', 'Organic Search', 'https://www.google.com/'],
  ['retargeting', 'utm_source=duckduckgo&utm_medium=retargeting', 'DuckDuckGo', 'Paid Search'],
  // 4
  ['paid social', 'utm_source=facebook&utm_medium=paid_social', 'Facebook', 'Paid Social'],
  ['paid social by source', 'utm_source=fb-ads', 'Facebook', 'Paid Social'],
  ['reddit ads', 'utm_source=reddit_ads', 'Reddit', 'Paid Social'],
  ['tiktok ads', 'utm_source=tiktokads', 'TikTok', 'Paid Social'],
  ['a click id of Facebook is no proof of money', 'fbclid=Iw', 'Facebook', 'Organic Social'],
  ['a click id of Twitter', 'twclid=2', 'Twitter', 'Organic Social'],
  ['cpm on a social network', 'utm_source=linkedin&utm_medium=cpm', 'LinkedIn', 'Paid Social'],
  // 5
  ['paid video', 'utm_source=youtube&utm_medium=cpv', 'YouTube', 'Paid Video'],
  ['paid video by medium', 'utm_source=youtube&utm_medium=paid', 'YouTube', 'Paid Video'],
  // 6
  ['display', 'utm_source=adform&utm_medium=display', 'Adform', 'Display'],
  ['banner', 'utm_source=yle&utm_medium=banner', 'Yle', 'Display'],
  ['cpm elsewhere', 'utm_source=kumppani&utm_medium=cpm', 'kumppani', 'Display'],
  // 7
  ['paid elsewhere', 'utm_source=kumppani&utm_medium=cpc', 'kumppani', 'Paid Other'],
  ['paid by another word', 'utm_source=kumppani&utm_medium=paid-post', 'kumppani', 'Paid Other'],
  ['affiliates by click are paid', 'utm_source=kumppani&utm_medium=cpa', 'kumppani', 'Paid Other'],
  // 8
  [
    'organic shopping by campaign',
    'utm_source=kumppani&utm_campaign=shopping',
    'kumppani',
    'Organic Shopping',
  ],
  // 9
  ['social by medium', 'utm_source=kumppani&utm_medium=Social', 'kumppani', 'Organic Social'],
  ['social media in two words', 'utm_source=kumppani&utm_medium=social+media', 'kumppani', 'Organic Social'],
  // 10
  ['video by medium', 'utm_source=kumppani&utm_medium=video-post', 'kumppani', 'Organic Video'],
  // 11 and 12
  ['an assistant', 'utm_source=perplexity', 'Perplexity', 'AI Assistants'],
  ['organic by medium', 'utm_source=kumppani&utm_medium=organic', 'kumppani', 'Organic Search'],
  // 13
  ['e-mail by medium', 'utm_source=kumppani&utm_medium=E-Mail', 'kumppani', 'Email'],
  ['a newsletter', 'utm_source=newsletter', 'newsletter', 'Email'],
  ['e_mail by source', 'utm_source=our_e_mail', 'our_e_mail', 'Email'],
  ['a mail provider', 'utm_source=gmail', 'Gmail', 'Email'],
  // 14 to 17
  ['affiliate', 'utm_source=kumppani&utm_medium=affiliate', 'kumppani', 'Affiliates'],
  ['audio', 'utm_source=podcast&utm_medium=audio', 'podcast', 'Audio'],
  ['SMS by source', 'utm_source=sms', 'sms', 'SMS'],
  ['SMS by medium', 'utm_source=kumppani&utm_medium=sms', 'kumppani', 'SMS'],
  ['push', 'utm_source=kumppani&utm_medium=web-push', 'kumppani', 'Mobile Push Notifications'],
  ['notification', 'utm_source=kumppani&utm_medium=notification', 'kumppani', 'Mobile Push Notifications'],
  ['firebase', 'utm_source=firebase', 'firebase', 'Mobile Push Notifications'],
  // 18 and 19
  ['referral by medium alone', 'utm_medium=referral', '', 'Referral'],
  ['a link by medium alone', 'utm_medium=link', '', 'Referral'],
  ['a campaign alone is still direct', 'utm_campaign=kevat', '', 'Direct'],
  // What only ends like an ad.
  ['a download is no ad', 'utm_source=download', 'download', 'Referral'],
  ['an iPad is no ad', 'utm_source=ipad', 'ipad', 'Referral'],
  ['somebody’s ads', 'utm_source=kumppani-ads', 'kumppani-ads', 'Referral'],
]

export const CASES: readonly AcquisitionCase[] = [
  ...REFERRERS.map(([why, referrer, source, channel, host]) => ({ why, referrer, source, channel, host })),
  ...TAGS.map(([why, query, source, channel, referrer]) => ({
    why,
    query,
    source,
    channel,
    ...(referrer === undefined ? {} : { referrer }),
  })),
]
