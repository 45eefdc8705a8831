import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acquisition } from '../../../../collector/core/acquisition/acquisition.ts'
import { CHANNELS } from '../../../../collector/core/acquisition/channel.ts'
import { CLICK_IDS } from '../../../../collector/core/acquisition/click-ids.ts'

const SITE = 'kongas.fi'

function of(query: string, referrer = '', site = SITE) {
  return acquisition(new URLSearchParams(query), referrer, site)
}

/** Referrer, source, channel, host that is kept when it is not the URL's, and why. */
const REFERRERS: readonly {
  referrer: string
  source: string
  channel: string
  host?: string
  site?: string
  why: string
}[] = [
  // none
  { referrer: '', source: '', channel: 'Direct', host: '', why: 'nothing' },
  { referrer: '   ', source: '', channel: 'Direct', host: '', why: 'spaces' },
  { referrer: 'google', source: '', channel: 'Direct', host: '', why: 'no URL' },
  { referrer: 'google.com/search', source: '', channel: 'Direct', host: '', why: 'no scheme' },
  { referrer: 'https://', source: '', channel: 'Direct', host: '', why: 'no host' },
  { referrer: 'https://a b.fi/', source: '', channel: 'Direct', host: '', why: 'a space in the host' },
  { referrer: 'https://%/', source: '', channel: 'Direct', host: '', why: 'a broken host' },
  { referrer: 'about:blank', source: '', channel: 'Direct', host: '', why: 'an empty page' },
  { referrer: 'data:text/html,x', source: '', channel: 'Direct', host: '', why: 'data' },
  { referrer: 'javascript:alert(1)', source: '', channel: 'Direct', host: '', why: 'code' },
  { referrer: 'file:///home/a/b.html', source: '', channel: 'Direct', host: '', why: 'a file' },
  { referrer: 'mailto:a@example.com', source: '', channel: 'Direct', host: '', why: 'an address' },
  {
    referrer: 'chrome-extension://abcdef/x.html',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'an extension',
  },
  // from inside
  { referrer: 'https://kongas.fi/a', source: '', channel: 'Direct', host: '', why: 'the own host' },
  {
    referrer: 'https://www.kongas.fi/',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'the own host with www',
  },
  { referrer: 'https://shop.kongas.fi/', source: '', channel: 'Direct', host: '', why: 'a subdomain' },
  {
    referrer: 'https://KONGAS.fi.:443/',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'capitals, dot and port',
  },
  {
    referrer: 'https://kongas.fi/',
    site: 'blog.kongas.fi',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'the parent',
  },
  {
    referrer: 'https://a.kongas.co.uk/',
    site: 'b.kongas.co.uk',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'a sibling',
  },
  {
    referrer: 'https://mönkö.fi/',
    site: 'xn--mnk-snac.fi',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'the own host in its letters',
  },
  {
    referrer: 'https://google.fi/',
    site: 'google.fi',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'the own host is a known one',
  },
  { referrer: 'http://localhost:3000/', source: '', channel: 'Direct', host: '', why: 'localhost' },
  { referrer: 'http://app.localhost/', source: '', channel: 'Direct', host: '', why: 'a host of localhost' },
  { referrer: 'http://LOCALHOST./', source: '', channel: 'Direct', host: '', why: 'localhost with a dot' },
  { referrer: 'http://127.0.0.1:8000/', source: '', channel: 'Direct', host: '', why: 'loopback' },
  { referrer: 'http://127.1/', source: '', channel: 'Direct', host: '', why: 'short loopback' },
  { referrer: 'http://2130706433/', source: '', channel: 'Direct', host: '', why: 'loopback as a number' },
  {
    referrer: 'http://0x7f.0.0.1/',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'loopback in hexadecimals',
  },
  { referrer: 'http://[::1]/', source: '', channel: 'Direct', host: '', why: 'loopback of IPv6' },
  { referrer: 'http://[::ffff:10.0.0.1]/', source: '', channel: 'Direct', host: '', why: 'IPv4 in IPv6' },
  { referrer: 'http://10.1.2.3/', source: '', channel: 'Direct', host: '', why: 'a private network' },
  { referrer: 'http://172.16.0.1/', source: '', channel: 'Direct', host: '', why: 'another one' },
  { referrer: 'http://192.168.1.1/admin', source: '', channel: 'Direct', host: '', why: 'a router' },
  { referrer: 'http://169.254.1.1/', source: '', channel: 'Direct', host: '', why: 'link-local' },
  {
    referrer: 'http://[fd00::1]/',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'a private network of IPv6',
  },
  {
    referrer: 'http://203.0.113.7/',
    source: '',
    channel: 'Direct',
    host: '',
    why: 'an address may be somebody’s home',
  },
  // hosts without a name
  {
    referrer: 'https://blog.example.org/secret?q=1',
    source: 'blog.example.org',
    channel: 'Referral',
    host: 'blog.example.org',
    why: 'no path',
  },
  {
    referrer: 'https://www.example.org/',
    source: 'example.org',
    channel: 'Referral',
    host: 'example.org',
    why: 'no www',
  },
  {
    referrer: 'https://notkongas.fi/',
    source: 'notkongas.fi',
    channel: 'Referral',
    why: 'ends like the own host',
  },
  {
    referrer: 'https://kongas.fi.example.com/',
    source: 'kongas.fi.example.com',
    channel: 'Referral',
    why: 'begins like it',
  },
  {
    referrer: 'https://a.github.io/',
    site: 'b.github.io',
    source: 'a.github.io',
    channel: 'Referral',
    why: 'neighbours on a platform are other people',
  },
  {
    referrer: 'https://a.co.uk/',
    site: 'b.co.uk',
    source: 'a.co.uk',
    channel: 'Referral',
    why: 'co.uk is no domain of one owner',
  },
  { referrer: 'https://mylocalhost/', source: 'mylocalhost', channel: 'Referral', why: 'is not localhost' },
  {
    referrer: 'https://10.example.com/',
    source: '10.example.com',
    channel: 'Referral',
    why: 'is no address',
  },
  { referrer: 'https://mönkö.fi/', source: 'xn--mnk-snac.fi', channel: 'Referral', why: 'IDN in punycode' },
  {
    referrer: 'HTTPS://User:Secret@EXAMPLE.org.:8443/x',
    source: 'example.org',
    channel: 'Referral',
    host: 'example.org',
    why: 'userinfo, capitals, dot, port',
  },
  {
    referrer: '  https://example.org/',
    source: 'example.org',
    channel: 'Referral',
    host: 'example.org',
    why: 'spaces before it',
  },
  {
    referrer: 'https://newsletter.example.org/',
    source: 'newsletter.example.org',
    channel: 'Email',
    why: 'the source says newsletter',
  },
  // no parts of names
  {
    referrer: 'https://www.walmart.com/ip/1',
    source: 'Walmart',
    channel: 'Organic Shopping',
    host: 'walmart.com',
    why: 'not t.co',
  },
  {
    referrer: 'https://www.netflix.com/',
    source: 'Netflix',
    channel: 'Organic Video',
    host: 'netflix.com',
    why: 'not x.com',
  },
  { referrer: 'https://start.co/', source: 'start.co', channel: 'Referral', why: 'not t.co' },
  { referrer: 'https://t.co.example.com/', source: 't.co.example.com', channel: 'Referral', why: 'not t.co' },
  { referrer: 'https://fedex.com/', source: 'fedex.com', channel: 'Referral', why: 'not x.com' },
  { referrer: 'https://xx.com/', source: 'xx.com', channel: 'Referral', why: 'not x.com' },
  {
    referrer: 'https://google.evil.example/',
    source: 'google.evil.example',
    channel: 'Referral',
    why: 'not google',
  },
  {
    referrer: 'https://google.com.evil.example/',
    source: 'google.com.evil.example',
    channel: 'Referral',
    why: 'not google.com',
  },
  { referrer: 'https://notgoogle.com/', source: 'notgoogle.com', channel: 'Referral', why: 'not google.com' },
  {
    referrer: 'https://google.notacountry/',
    source: 'google.notacountry',
    channel: 'Referral',
    why: 'no country of Google',
  },
  { referrer: 'https://mybing.com/', source: 'mybing.com', channel: 'Referral', why: 'not bing.com' },
  {
    referrer: 'https://tv.com/',
    source: 'tv.com',
    channel: 'Referral',
    why: 'a host of two letters without a name',
  },
  {
    referrer: 'https://shopping.example/',
    source: 'shopping.example',
    channel: 'Referral',
    why: 'a word in a host is no shop',
  },
  {
    referrer: 'https://is.fi/',
    source: 'Ilta-Sanomat',
    channel: 'Referral',
    why: 'a name of two letters',
  },
  { referrer: 'https://this.fi/', source: 'this.fi', channel: 'Referral', why: 'not is.fi' },
  { referrer: 'https://me.command.com/', source: 'me.command.com', channel: 'Referral', why: 'not me.com' },
  {
    referrer: 'https://abc.github.io/',
    source: 'abc.github.io',
    channel: 'Referral',
    why: 'a page of a user is not GitHub',
  },
  // search
  {
    referrer: 'https://www.google.com/',
    source: 'Google',
    channel: 'Organic Search',
    host: 'google.com',
    why: 'search',
  },
  {
    referrer: 'https://www.google.fi/search?q=salaisuus',
    source: 'Google',
    channel: 'Organic Search',
    host: 'google.fi',
    why: 'Finland',
  },
  {
    referrer: 'https://www.google.co.uk/',
    source: 'Google',
    channel: 'Organic Search',
    host: 'google.co.uk',
    why: 'UK',
  },
  {
    referrer: 'https://www.google.com.au/',
    source: 'Google',
    channel: 'Organic Search',
    host: 'google.com.au',
    why: 'Australia',
  },
  {
    referrer: 'https://images.google.se/',
    source: 'Google',
    channel: 'Organic Search',
    host: 'images.google.se',
    why: 'a host within',
  },
  {
    referrer: 'https://maps.google.com/',
    source: 'Google Maps',
    channel: 'Organic Search',
    host: 'maps.google.com',
    why: 'maps',
  },
  {
    referrer: 'https://www.bing.com/',
    source: 'Bing',
    channel: 'Organic Search',
    host: 'bing.com',
    why: 'search',
  },
  { referrer: 'https://duckduckgo.com/', source: 'DuckDuckGo', channel: 'Organic Search', why: 'search' },
  {
    referrer: 'https://html.duckduckgo.com/',
    source: 'DuckDuckGo',
    channel: 'Organic Search',
    why: 'without scripts',
  },
  {
    referrer: 'https://www.ecosia.org/',
    source: 'Ecosia',
    channel: 'Organic Search',
    host: 'ecosia.org',
    why: 'Germany',
  },
  {
    referrer: 'https://www.qwant.com/',
    source: 'Qwant',
    channel: 'Organic Search',
    host: 'qwant.com',
    why: 'France',
  },
  {
    referrer: 'https://www.startpage.com/',
    source: 'Startpage',
    channel: 'Organic Search',
    host: 'startpage.com',
    why: 'Netherlands',
  },
  {
    referrer: 'https://fi.search.yahoo.com/',
    source: 'Yahoo!',
    channel: 'Organic Search',
    why: 'Yahoo of Finland',
  },
  {
    referrer: 'https://search.yahoo.co.jp/',
    source: 'Yahoo! Japan',
    channel: 'Organic Search',
    why: 'another company',
  },
  { referrer: 'https://yandex.com.tr/', source: 'Yandex', channel: 'Organic Search', why: 'Türkiye' },
  { referrer: 'https://search.brave.com/', source: 'Brave', channel: 'Organic Search', why: 'a whole host' },
  { referrer: 'https://brave.com/', source: 'Brave Browser', channel: 'Referral', why: 'its maker' },
  { referrer: 'https://kagi.com/', source: 'Kagi', channel: 'Organic Search', why: 'paid for' },
  { referrer: 'https://search.seznam.cz/', source: 'Seznam', channel: 'Organic Search', why: 'Czechia' },
  {
    referrer: 'https://www.kvasir.no/',
    source: 'Kvasir',
    channel: 'Organic Search',
    host: 'kvasir.no',
    why: 'Norway',
  },
  {
    referrer: 'https://www.hitta.se/',
    source: 'Hitta.se',
    channel: 'Organic Search',
    host: 'hitta.se',
    why: 'Sweden',
  },
  {
    referrer: 'https://www.baidu.com/',
    source: 'Baidu',
    channel: 'Organic Search',
    host: 'baidu.com',
    why: 'China',
  },
  // other services of search engines
  { referrer: 'https://mail.google.com/', source: 'Gmail', channel: 'Email', why: 'mail, not search' },
  {
    referrer: 'https://news.google.com/',
    source: 'Google News',
    channel: 'Referral',
    why: 'news, not search',
  },
  { referrer: 'https://docs.google.com/', source: 'Google Docs', channel: 'Referral', why: 'a document' },
  {
    referrer: 'https://gemini.google.com/',
    source: 'Gemini',
    channel: 'AI Assistants',
    why: 'assistant, not search',
  },
  {
    referrer: 'https://shopping.google.com/',
    source: 'Google Shopping',
    channel: 'Organic Shopping',
    why: 'goods, not search',
  },
  { referrer: 'https://mail.yahoo.com/', source: 'Yahoo Mail', channel: 'Email', why: 'mail, not search' },
  // social
  {
    referrer: 'https://www.facebook.com/',
    source: 'Facebook',
    channel: 'Organic Social',
    host: 'facebook.com',
    why: 'social',
  },
  {
    referrer: 'https://l.facebook.com/l.php?u=x',
    source: 'Facebook',
    channel: 'Organic Social',
    host: 'l.facebook.com',
    why: 'its link page',
  },
  { referrer: 'https://lm.facebook.com/', source: 'Facebook', channel: 'Organic Social', why: 'on phones' },
  {
    referrer: 'https://l.instagram.com/',
    source: 'Instagram',
    channel: 'Organic Social',
    why: 'its link page',
  },
  {
    referrer: 'https://t.co/abc',
    source: 'Twitter',
    channel: 'Organic Social',
    host: 't.co',
    why: 'shortened links',
  },
  { referrer: 'https://x.com/', source: 'Twitter', channel: 'Organic Social', why: 'its new name' },
  { referrer: 'https://mobile.twitter.com/', source: 'Twitter', channel: 'Organic Social', why: 'on phones' },
  { referrer: 'https://lnkd.in/', source: 'LinkedIn', channel: 'Organic Social', why: 'shortened links' },
  { referrer: 'https://old.reddit.com/', source: 'Reddit', channel: 'Organic Social', why: 'forum' },
  {
    referrer: 'https://news.ycombinator.com/',
    source: 'Hacker News',
    channel: 'Organic Social',
    why: 'a whole host',
  },
  {
    referrer: 'https://www.ycombinator.com/',
    source: 'ycombinator.com',
    channel: 'Referral',
    host: 'ycombinator.com',
    why: 'its owner',
  },
  {
    referrer: 'https://mastodon.social/',
    source: 'Mastodon',
    channel: 'Organic Social',
    why: 'the largest server',
  },
  {
    referrer: 'https://mementomori.social/',
    source: 'Mastodon',
    channel: 'Organic Social',
    why: 'a Finnish server',
  },
  {
    referrer: 'https://keskustelu.suomi24.fi/',
    source: 'Suomi24',
    channel: 'Organic Social',
    why: 'Finland',
  },
  {
    referrer: 'https://www.flashback.org/',
    source: 'Flashback',
    channel: 'Organic Social',
    host: 'flashback.org',
    why: 'Sweden',
  },
  { referrer: 'https://go.bsky.app/', source: 'Bluesky', channel: 'Organic Social', why: 'its link page' },
  // video
  { referrer: 'https://m.youtube.com/', source: 'YouTube', channel: 'Organic Video', why: 'on phones' },
  { referrer: 'https://youtu.be/', source: 'YouTube', channel: 'Organic Video', why: 'shortened links' },
  {
    referrer: 'https://www.twitch.tv/',
    source: 'Twitch',
    channel: 'Organic Video',
    host: 'twitch.tv',
    why: 'live',
  },
  {
    referrer: 'https://areena.yle.fi/',
    source: 'Yle Areena',
    channel: 'Organic Video',
    why: 'Finland, a whole host',
  },
  { referrer: 'https://yle.fi/', source: 'Yle', channel: 'Referral', why: 'news of the same' },
  // assistants
  { referrer: 'https://chatgpt.com/', source: 'ChatGPT', channel: 'AI Assistants', why: 'assistant' },
  {
    referrer: 'https://chat.openai.com/',
    source: 'ChatGPT',
    channel: 'AI Assistants',
    why: 'its earlier host',
  },
  { referrer: 'https://claude.ai/', source: 'Claude', channel: 'AI Assistants', why: 'assistant' },
  {
    referrer: 'https://www.perplexity.ai/',
    source: 'Perplexity',
    channel: 'AI Assistants',
    host: 'perplexity.ai',
    why: 'assistant',
  },
  {
    referrer: 'https://copilot.microsoft.com/',
    source: 'Copilot',
    channel: 'AI Assistants',
    why: 'a whole host',
  },
  { referrer: 'https://chat.mistral.ai/', source: 'Mistral', channel: 'AI Assistants', why: 'France' },
  { referrer: 'https://chat.deepseek.com/', source: 'DeepSeek', channel: 'AI Assistants', why: 'China' },
  { referrer: 'https://grok.com/', source: 'Grok', channel: 'AI Assistants', why: 'assistant' },
  // shopping
  {
    referrer: 'https://www.amazon.se/',
    source: 'Amazon',
    channel: 'Organic Shopping',
    host: 'amazon.se',
    why: 'Sweden',
  },
  { referrer: 'https://aws.amazon.com/', source: 'AWS', channel: 'Referral', why: 'no shop' },
  {
    referrer: 'https://www.tori.fi/',
    source: 'Tori',
    channel: 'Organic Shopping',
    host: 'tori.fi',
    why: 'Finland',
  },
  {
    referrer: 'https://www.prisjakt.nu/',
    source: 'Prisjakt',
    channel: 'Organic Shopping',
    host: 'prisjakt.nu',
    why: 'Sweden',
  },
  {
    referrer: 'https://www.finn.no/',
    source: 'FINN.no',
    channel: 'Organic Shopping',
    host: 'finn.no',
    why: 'Norway',
  },
  {
    referrer: 'https://www.idealo.de/',
    source: 'idealo',
    channel: 'Organic Shopping',
    host: 'idealo.de',
    why: 'Germany',
  },
  {
    referrer: 'https://sello.myshopify.com/',
    source: 'Shopify',
    channel: 'Organic Shopping',
    why: 'a shop of many',
  },
  // mail
  { referrer: 'https://outlook.live.com/', source: 'Outlook', channel: 'Email', why: 'mail' },
  { referrer: 'https://webmail.elisa.fi/', source: 'Elisa Webmail', channel: 'Email', why: 'Finland' },
  { referrer: 'https://deref-gmx.net/', source: 'GMX Mail', channel: 'Email', why: 'Germany, its link page' },
  {
    referrer: 'https://kongas.us1.list-manage.com/',
    source: 'Mailchimp',
    channel: 'Email',
    why: 'newsletters',
  },
  // others
  { referrer: 'https://fi.wikipedia.org/', source: 'Wikipedia', channel: 'Referral', why: 'encyclopaedia' },
  { referrer: 'https://github.com/', source: 'GitHub', channel: 'Referral', why: 'code' },
  {
    referrer: 'https://www.hs.fi/',
    source: 'Helsingin Sanomat',
    channel: 'Referral',
    host: 'hs.fi',
    why: 'Finland',
  },
  {
    referrer: 'https://bit.ly/abc',
    source: 'Bitly',
    channel: 'Referral',
    host: 'bit.ly',
    why: 'shortened links',
  },
  // apps
  { referrer: 'android-app://com.google.android.gm/', source: 'Gmail', channel: 'Email', why: 'Android' },
  {
    referrer: 'android-app://com.google.android.gm',
    source: 'Gmail',
    channel: 'Email',
    host: 'com.google.android.gm',
    why: 'without a slash',
  },
  {
    referrer: 'android-app://com.google.android.googlequicksearchbox/https/www.google.com',
    source: 'Google',
    channel: 'Organic Search',
    host: 'com.google.android.googlequicksearchbox',
    why: 'search on phones',
  },
  {
    referrer: 'Android-App://COM.Facebook.Katana/',
    source: 'Facebook',
    channel: 'Organic Social',
    host: 'com.facebook.katana',
    why: 'capitals',
  },
  {
    referrer: 'android-app://org.telegram.messenger/',
    source: 'Telegram',
    channel: 'Organic Social',
    why: 'messenger',
  },
  { referrer: 'android-app://com.slack/', source: 'Slack', channel: 'Referral', why: 'chat' },
  {
    referrer: 'android-app://fi.example.app/',
    source: 'fi.example.app',
    channel: 'Referral',
    why: 'an app without a name',
  },
  {
    referrer: 'android-app://com.google.android.gm.evil/',
    source: 'com.google.android.gm.evil',
    channel: 'Referral',
    why: 'apps have no subdomains',
  },
  { referrer: 'android-app://t.co/', source: 't.co', channel: 'Referral', why: 'an app is no host' },
  {
    referrer: 'https://com.google.android.gm/',
    source: 'com.google.android.gm',
    channel: 'Referral',
    why: 'a host is no app',
  },
  {
    referrer: 'ios-app://284882215/https/x',
    source: 'Facebook',
    channel: 'Organic Social',
    host: '284882215',
    why: 'a number of Apple’s store',
  },
  {
    referrer: 'ios-app://422689480',
    source: 'Gmail',
    channel: 'Email',
    host: '422689480',
    why: 'another one',
  },
  {
    referrer: 'ios-app://com.burbn.instagram/',
    source: 'com.burbn.instagram',
    channel: 'Referral',
    why: 'without a name',
  },
  { referrer: 'android-app://a%20b/', source: '', channel: 'Direct', host: '', why: 'no id of an app' },
  { referrer: 'android-app:///', source: '', channel: 'Direct', host: '', why: 'no app' },
]

/** Query, referrer, source, channel, and why. */
const TAGS: readonly { query: string; referrer?: string; source: string; channel: string; why: string }[] = [
  // which tag counts
  {
    query: 'utm_source=newsletter',
    referrer: 'https://google.com/',
    source: 'newsletter',
    channel: 'Email',
    why: 'a tag before the referrer',
  },
  { query: 'ref=kumppani', source: 'kumppani', channel: 'Referral', why: 'ref' },
  { query: 'source=kumppani', source: 'kumppani', channel: 'Referral', why: 'source' },
  { query: 'ref=c&source=b&utm_source=a', source: 'a', channel: 'Referral', why: 'utm_source before both' },
  { query: 'ref=c&source=b', source: 'b', channel: 'Referral', why: 'source before ref' },
  { query: 'utm_source=&source=+&ref=c', source: 'c', channel: 'Referral', why: 'empty ones do not count' },
  { query: 'utm_source=a&utm_source=b', source: 'a', channel: 'Referral', why: 'the first of two' },
  {
    query: 'utm_source=',
    referrer: 'https://t.co/',
    source: 'Twitter',
    channel: 'Organic Social',
    why: 'an empty tag leaves the referrer',
  },
  {
    query: 'utm_source=Kev%C3%A4t-Kampanja',
    source: 'Kevät-Kampanja',
    channel: 'Referral',
    why: 'an unknown tag is kept as written',
  },
  // aliases
  { query: 'utm_source=FB', source: 'Facebook', channel: 'Organic Social', why: 'an alias in capitals' },
  { query: 'utm_source=ig', source: 'Instagram', channel: 'Organic Social', why: 'an alias' },
  { query: 'utm_source=x', source: 'Twitter', channel: 'Organic Social', why: 'its new name' },
  { query: 'utm_source=Hacker_News', source: 'Hacker News', channel: 'Organic Social', why: '_ for a space' },
  { query: 'utm_source=hacker-news', source: 'Hacker News', channel: 'Organic Social', why: '- for a space' },
  {
    query: 'utm_source=hackernews',
    source: 'Hacker News',
    channel: 'Organic Social',
    why: 'nothing for a space',
  },
  {
    query: 'utm_source=+Hacker++News+',
    source: 'Hacker News',
    channel: 'Organic Social',
    why: 'too many spaces',
  },
  { query: 'utm_source=you-tube', source: 'YouTube', channel: 'Organic Video', why: 'a sign too much' },
  {
    query: 'utm_source=chatgpt.com',
    source: 'ChatGPT',
    channel: 'AI Assistants',
    why: 'as ChatGPT tags its links',
  },
  { query: 'utm_source=openai', source: 'ChatGPT', channel: 'AI Assistants', why: 'its maker' },
  { query: 'utm_source=t.co', source: 'Twitter', channel: 'Organic Social', why: 'a host' },
  {
    query: 'utm_source=www.LinkedIn.com',
    source: 'LinkedIn',
    channel: 'Organic Social',
    why: 'a host with www',
  },
  { query: 'utm_source=l.facebook.com', source: 'Facebook', channel: 'Organic Social', why: 'a host within' },
  { query: 'utm_source=com.google.android.gm', source: 'Gmail', channel: 'Email', why: 'an app' },
  { query: 'utm_source=google', source: 'Google', channel: 'Organic Search', why: 'a name' },
  {
    query: 'ref=producthunt',
    source: 'Product Hunt',
    channel: 'Organic Social',
    why: 'as it tags its links',
  },
  { query: 'utm_source=%C4%8Csfd', source: 'ČSFD', channel: 'Referral', why: 'letters of other alphabets' },
  {
    query: 'ref=https%3A%2F%2Fblog.example.org%2Fsecret%3Fa%3Db',
    source: 'blog.example.org',
    channel: 'Referral',
    why: 'of an address only the host',
  },
  {
    query: 'ref=https%3A%2F%2Ft.co%2Fx',
    source: 'Twitter',
    channel: 'Organic Social',
    why: 'an address of a known host',
  },
  { query: 'ref=https%3A%2F%2Fkongas.fi%2Fa', source: '', channel: 'Direct', why: 'an own address is none' },
  {
    query: 'ref=https%3A%2F%2F',
    referrer: 'https://t.co/',
    source: 'Twitter',
    channel: 'Organic Social',
    why: 'a broken address is none',
  },
  // tags that are no aliases
  { query: 'utm_source=start.co', source: 'start.co', channel: 'Referral', why: 'not t.co' },
  { query: 'utm_source=face', source: 'face', channel: 'Referral', why: 'part of a name' },
  { query: 'utm_source=facebooking', source: 'facebooking', channel: 'Referral', why: 'more than a name' },
  { query: 'utm_source=__proto__', source: '__proto__', channel: 'Referral', why: 'no property of objects' },
  { query: 'utm_source=constructor', source: 'constructor', channel: 'Referral', why: 'nor this' },
  { query: 'utm_source=---', source: '---', channel: 'Referral', why: 'nothing is left of it' },
  { query: 'utm_source=ads', source: 'ads', channel: 'Referral', why: 'nobody’s advertisements' },
  // advertisements by source
  { query: 'utm_source=adwords', source: 'Google', channel: 'Paid Search', why: 'its earlier name' },
  { query: 'utm_source=google-ads', source: 'Google', channel: 'Paid Search', why: 'name and ads' },
  { query: 'utm_source=GoogleAds', source: 'Google', channel: 'Paid Search', why: 'in one word' },
  { query: 'utm_source=google_ad', source: 'Google', channel: 'Paid Search', why: 'one of them' },
  { query: 'utm_source=bing-ads', source: 'Bing', channel: 'Paid Search', why: 'Bing' },
  { query: 'utm_source=microsoft-ads', source: 'Bing', channel: 'Paid Search', why: 'its maker' },
  { query: 'utm_source=fb-ads', source: 'Facebook', channel: 'Paid Social', why: 'alias and ads' },
  { query: 'utm_source=facebookads', source: 'Facebook', channel: 'Paid Social', why: 'name and ads' },
  { query: 'utm_source=reddit-ads', source: 'Reddit', channel: 'Paid Social', why: 'Reddit' },
  { query: 'utm_source=twitter-ads', source: 'Twitter', channel: 'Paid Social', why: 'Twitter' },
  { query: 'utm_source=tiktokads', source: 'TikTok', channel: 'Paid Social', why: 'TikTok' },
  { query: 'utm_source=youtube_ads', source: 'YouTube', channel: 'Paid Video', why: 'YouTube' },
  { query: 'utm_source=amazon-ads', source: 'Amazon', channel: 'Paid Shopping', why: 'Amazon' },
  {
    query: 'utm_source=threads',
    source: 'Threads',
    channel: 'Organic Social',
    why: 'ends in ads and is none',
  },
  { query: 'utm_source=threads-ads', source: 'Threads', channel: 'Paid Social', why: 'and its own' },
  { query: 'utm_source=download', source: 'download', channel: 'Referral', why: 'ends in ad and is none' },
  { query: 'utm_source=mybrand-ads', source: 'mybrand-ads', channel: 'Referral', why: 'of no known source' },
  // click ids
  { query: 'gclid=secret', source: 'Google', channel: 'Paid Search', why: 'no other source' },
  { query: 'gbraid=secret', source: 'Google', channel: 'Paid Search', why: 'no other source' },
  { query: 'wbraid=secret', source: 'Google', channel: 'Paid Search', why: 'no other source' },
  { query: 'msclkid=secret', source: 'Bing', channel: 'Paid Search', why: 'no other source' },
  {
    query: 'fbclid=secret',
    source: 'Facebook',
    channel: 'Organic Social',
    why: 'Facebook adds it to all links',
  },
  { query: 'twclid=secret', source: 'Twitter', channel: 'Paid Social', why: 'of advertisements only' },
  {
    query: 'gclid=secret',
    referrer: 'https://www.google.fi/',
    source: 'Google',
    channel: 'Paid Search',
    why: 'Google and gclid',
  },
  {
    query: 'msclkid=secret',
    referrer: 'https://www.bing.com/',
    source: 'Bing',
    channel: 'Paid Search',
    why: 'Bing and msclkid',
  },
  {
    query: 'msclkid=secret',
    referrer: 'https://duckduckgo.com/',
    source: 'DuckDuckGo',
    channel: 'Paid Search',
    why: 'shows advertisements of Bing',
  },
  {
    query: 'gclid=secret',
    referrer: 'https://www.youtube.com/',
    source: 'YouTube',
    channel: 'Paid Video',
    why: 'shows advertisements of Google',
  },
  {
    query: 'gclid=secret',
    referrer: 'https://www.bing.com/',
    source: 'Bing',
    channel: 'Organic Search',
    why: 'copied from elsewhere',
  },
  {
    query: 'msclkid=secret',
    referrer: 'https://www.google.fi/',
    source: 'Google',
    channel: 'Organic Search',
    why: 'copied from elsewhere',
  },
  {
    query: 'gclid=secret',
    referrer: 'https://example.org/',
    source: 'example.org',
    channel: 'Referral',
    why: 'the source is known',
  },
  {
    query: 'gclid=secret&utm_source=newsletter',
    source: 'newsletter',
    channel: 'Email',
    why: 'the tag before it',
  },
  {
    query: 'gclid=secret',
    referrer: 'https://kongas.fi/',
    source: 'Google',
    channel: 'Paid Search',
    why: 'the own host is no source',
  },
  {
    query: 'fbclid=secret',
    referrer: 'https://l.instagram.com/',
    source: 'Instagram',
    channel: 'Organic Social',
    why: 'the referrer before it',
  },
  {
    query: 'fbclid=secret&gclid=secret',
    source: 'Google',
    channel: 'Paid Search',
    why: 'the first of the list',
  },
  {
    query: 'fbclid=secret&utm_medium=paid_social',
    source: 'Facebook',
    channel: 'Paid Social',
    why: 'paid by medium',
  },
  { query: 'xgclid=secret', source: '', channel: 'Direct', why: 'another parameter' },
  // media, and what wins
  { query: 'utm_source=google&utm_medium=cpc', source: 'Google', channel: 'Paid Search', why: 'paid search' },
  {
    query: 'utm_medium=CPC',
    referrer: 'https://www.google.fi/',
    source: 'Google',
    channel: 'Paid Search',
    why: 'source of the referrer, capitals',
  },
  {
    query: 'utm_source=facebook&utm_medium=cpm',
    source: 'Facebook',
    channel: 'Paid Social',
    why: 'cpm is paid before it is display',
  },
  {
    query: 'utm_source=youtube&utm_medium=cpv',
    source: 'YouTube',
    channel: 'Paid Video',
    why: 'paid video is no display',
  },
  { query: 'utm_source=site&utm_medium=cpm', source: 'site', channel: 'Display', why: 'cpm elsewhere' },
  { query: 'utm_source=site&utm_medium=cpc', source: 'site', channel: 'Paid Other', why: 'paid elsewhere' },
  {
    query: 'utm_source=chatgpt.com&utm_medium=cpc',
    source: 'ChatGPT',
    channel: 'Paid Other',
    why: 'paid before assistants',
  },
  {
    query: 'utm_source=google&utm_medium=cpc&utm_campaign=cross-network',
    source: 'Google',
    channel: 'Cross-network',
    why: 'before all',
  },
  {
    query: 'utm_source=google&utm_medium=cpc&utm_campaign=kev%C3%A4t-shop',
    source: 'Google',
    channel: 'Paid Shopping',
    why: 'shopping before search',
  },
  {
    query: 'utm_source=google&utm_campaign=shopping',
    source: 'Google',
    channel: 'Organic Shopping',
    why: 'shopping before search',
  },
  {
    query: 'utm_source=google&utm_campaign=workshop',
    source: 'Google',
    channel: 'Organic Search',
    why: 'no shop',
  },
  {
    query: 'utm_source=google-ads&utm_campaign=shop',
    source: 'Google',
    channel: 'Paid Search',
    why: 'paid by source, not by medium',
  },
  {
    query: 'utm_source=amazon&utm_medium=social',
    source: 'Amazon',
    channel: 'Organic Shopping',
    why: 'shopping before social',
  },
  {
    query: 'utm_source=google&utm_medium=social',
    source: 'Google',
    channel: 'Organic Social',
    why: 'a medium before search',
  },
  {
    query: 'utm_source=facebook&utm_medium=email',
    source: 'Facebook',
    channel: 'Organic Social',
    why: 'social before mail',
  },
  {
    query: 'utm_source=claude&utm_medium=organic',
    source: 'Claude',
    channel: 'AI Assistants',
    why: 'assistants before search',
  },
  {
    query: 'utm_source=gmail&utm_medium=organic',
    source: 'Gmail',
    channel: 'Organic Search',
    why: 'search before mail',
  },
  {
    query: 'utm_source=gmail&utm_medium=affiliate',
    source: 'Gmail',
    channel: 'Email',
    why: 'mail before partners',
  },
  { query: 'utm_source=site&utm_medium=display', source: 'site', channel: 'Display', why: 'display' },
  { query: 'utm_medium=email', source: '', channel: 'Email', why: 'a medium without a source' },
  { query: 'utm_medium=sms', source: '', channel: 'SMS', why: 'a medium without a source' },
  { query: 'utm_medium=unknown', source: '', channel: 'Direct', why: 'a medium that means nothing' },
  { query: 'utm_campaign=spring', source: '', channel: 'Direct', why: 'a campaign that means nothing' },
  {
    query: 'utm_source=kumppani&utm_medium=affiliate',
    source: 'kumppani',
    channel: 'Affiliates',
    why: 'partners',
  },
  { query: 'utm_source=spotify&utm_medium=audio', source: 'Spotify', channel: 'Audio', why: 'audio' },
  { query: 'utm_source=SMS', source: 'SMS', channel: 'SMS', why: 'a source' },
  {
    query: 'utm_source=app&utm_medium=web-push',
    source: 'app',
    channel: 'Mobile Push Notifications',
    why: 'push',
  },
]

describe('acquisition', () => {
  it.each(REFERRERS)(
    'reads the referrer $referrer: $why',
    ({ referrer, source, channel, host, site, why }) => {
      const found = of('', referrer, site)
      expect({ source: found.source, channel: found.channel }, why).toEqual({ source, channel })
      expect(found.referrer).toBe(host ?? new URL(referrer).hostname)
    },
  )

  it.each(TAGS)(
    'reads the tags $query after $referrer: $why',
    ({ query, referrer, source, channel, why }) => {
      const found = of(query, referrer)
      expect({ source: found.source, channel: found.channel }, why).toEqual({ source, channel })
      expect(JSON.stringify(found)).not.toContain('secret')
    },
  )

  it('has cases of every channel', () => {
    const seen = new Set([...REFERRERS, ...TAGS].map(({ channel }) => channel))
    expect(CHANNELS.filter(channel => !seen.has(channel))).toEqual([])
  })

  it('keeps the five campaign values', () => {
    const query = 'utm_source=n&utm_medium=email&utm_campaign=kev%C3%A4t&utm_content=top&utm_term=kajakki'
    expect(of(query)).toEqual({
      source: 'n',
      channel: 'Email',
      referrer: '',
      utmSource: 'n',
      utmMedium: 'email',
      utmCampaign: 'kevät',
      utmContent: 'top',
      utmTerm: 'kajakki',
    })
  })

  it('keeps the tag as written beside the source’s name', () => {
    expect(of('utm_source=FB-Ads')).toMatchObject({ source: 'Facebook', utmSource: 'FB-Ads' })
  })

  it('cuts campaign values to 200 characters, never within one', () => {
    const long = encodeURIComponent(`${'a'.repeat(199)}😀`)
    expect(of(`utm_source=${long}&utm_term=${'b'.repeat(300)}`)).toMatchObject({
      source: 'a'.repeat(199),
      utmSource: 'a'.repeat(199),
      utmTerm: 'b'.repeat(200),
    })
  })

  it.each(
    'download upload road load bread thread dread read head lead lad dad mad pad ipad squad salad nomad launchpad broad bead toad brad grad threads leads reads heads roads downloads pads myads'.split(
      ' ',
    ),
  )('takes the word "%s" for no advertisement', word => {
    expect(of(`utm_source=${word}`).channel).not.toMatch(/^Paid/)
  })
})

const TEXT = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('.', '/', ':', '@', '%', 'x', 'ä', '-', '[', ']', '\\', '0'),
    maxLength: 300,
  }),
)
const REFERRER = fc.oneof(
  TEXT,
  fc
    .tuple(fc.constantFrom('http://', 'https://', 'android-app://', 'ios-app://', 'HTTPS:'), TEXT)
    .map(parts => parts.join('')),
  fc.webUrl(),
)
const PARAMETERS = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'utm_source',
          'source',
          'ref',
          'utm_medium',
          'utm_campaign',
          'utm_content',
          'utm_term',
          ...CLICK_IDS,
        ),
        fc.string(),
      ),
      fc.oneof(
        TEXT,
        fc.constantFrom('google', 'fb-ads', 'cpc', 'email', 'shop', 'social', 'push', 'https://kongas.fi/'),
      ),
    ),
    { maxLength: 8 },
  )
  .map(pairs => new URLSearchParams(pairs))

describe('acquisition, whatever is sent', () => {
  it('throws nothing, and answers with a channel and short texts of whole characters', () => {
    fc.assert(
      fc.property(PARAMETERS, REFERRER, (parameters, referrer) => {
        const { channel, source, referrer: host, ...utm } = acquisition(parameters, referrer, SITE)
        expect(CHANNELS).toContain(channel)
        for (const value of [source, host]) expect(value.length).toBeLessThanOrEqual(253)
        for (const value of Object.values(utm)) expect(value.length).toBeLessThanOrEqual(200)
        for (const value of [source, host, ...Object.values(utm)]) expect(value.isWellFormed()).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never takes the own host, or one within it, for the source', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,20}$/)
    const userinfo = fc.constantFrom('', 'user@', 'user:secret@')
    const end = fc.constantFrom('', '.', ':8080', '/', '/a?b=c#d')
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), userinfo, end, (labels, user, rest) => {
        const host = [...labels, SITE].join('.')
        expect(of('', `https://${user}${host}${rest}`)).toMatchObject({
          source: '',
          channel: 'Direct',
          referrer: '',
        })
      }),
    )
  })

  it('keeps nothing of a referrer but its host', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
        expect(['', new URL(url).hostname.replace(/^www\./, '')]).toContain(of('', url).referrer)
      }),
    )
  })

  it('reads no value of a click id', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLICK_IDS), TEXT, TEXT, (name, one, other) => {
        const found = [one, other].map(value => acquisition(new URLSearchParams([[name, value]]), '', SITE))
        expect(found[0]).toEqual(found[1])
      }),
    )
  })

  it('is Direct without source, medium and campaign, and never with a source', () => {
    fc.assert(
      fc.property(PARAMETERS, REFERRER, (parameters, referrer) => {
        const { channel, source, utmMedium, utmCampaign } = acquisition(parameters, referrer, SITE)
        if (source !== '') expect(channel).not.toBe('Direct')
        if (source === '' && utmMedium === '' && utmCampaign === '') expect(channel).toBe('Direct')
      }),
      { numRuns: 2_000 },
    )
  })

  it('does not care about the case of tags', () => {
    const word = fc.constantFrom(
      'facebook',
      'google-ads',
      'hacker news',
      'cpc',
      'email',
      'shopping',
      'cross-network',
      'push',
    )
    fc.assert(
      fc.property(word, word, word, fc.infiniteStream(fc.boolean()), (source, medium, campaign, flips) => {
        const flip = (text: string): string =>
          [...text].map(sign => (flips.next().value ? sign.toUpperCase() : sign)).join('')
        const channelOfTags = (change: (text: string) => string) =>
          acquisition(
            new URLSearchParams({
              utm_source: change(source),
              utm_medium: change(medium),
              utm_campaign: change(campaign),
            }),
            '',
            SITE,
          ).channel
        expect(channelOfTags(flip)).toBe(channelOfTags(text => text))
      }),
    )
  })

  it.each([
    ['many labels', `https://${'a.'.repeat(990)}com/`],
    ['as many labels as a host may have', `https://${'a.'.repeat(124)}com/`],
    ['many dots', `https://a${'.'.repeat(1_900)}b/`],
    ['many letters of another alphabet', `https://${'ä'.repeat(990)}.fi/`],
    ['many signs of percent', `https://${'%'.repeat(1_900)}/`],
    ['many spaces', ' '.repeat(2_000)],
  ])('takes a referrer of %s for what it is', (_, referrer) => {
    const parameters = new URLSearchParams({
      utm_source: '- '.repeat(1_000),
      utm_medium: 'e'.repeat(2_000),
      utm_campaign: 'shopp'.repeat(400),
    })
    const { source, channel } = acquisition(parameters, referrer, SITE)
    expect([source.length <= 200, channel]).toEqual([true, 'Organic Shopping'])
  })
})
