import { chooseNetwork } from '../../demo/networks.ts'
import type { Random, Weighted } from '../../demo/random.ts'
import { chooseUserAgent } from '../../demo/user-agents.ts'
import type { BenchSite } from './sites.ts'

/** What a person's browser tells of itself and its place. */
export interface Person {
  /** IPv4 or IPv6 text. */
  readonly address: string
  readonly userAgent: string
  readonly acceptLanguage: string
}

/** Main languages of people from anywhere; weights are percent. */
const LANGUAGES: readonly (Weighted & { readonly header: string })[] = [
  ...shares(42, 'en-US,en;q=0.9'),
  ...shares(9, 'de-DE,de;q=0.9,en;q=0.8', 'es-ES,es;q=0.9'),
  ...shares(7, 'zh-CN,zh;q=0.9,en;q=0.8'),
  ...shares(5, 'fr-FR,fr;q=0.9,en;q=0.8', 'pt-BR,pt;q=0.9,en;q=0.8', 'ja-JP,ja;q=0.9', 'ru-RU,ru;q=0.9'),
  ...shares(2, 'it-IT,it;q=0.9', 'ko-KR,ko;q=0.9', 'nl-NL,nl;q=0.9', 'pl-PL,pl;q=0.9', 'tr-TR,tr;q=0.9'),
  ...shares(1, 'sv-SE,sv;q=0.9', 'id-ID,id;q=0.9', 'vi-VN,vi;q=0.9', 'uk-UA,uk;q=0.9', 'cs-CZ,cs;q=0.9'),
  ...shares(0.5, 'ar,en;q=0.8', 'hi-IN,hi;q=0.9', 'th-TH,th;q=0.9', 'hu-HU,hu;q=0.9', 'el-GR,el;q=0.9'),
  ...shares(0.2, 'he-IL,he;q=0.9', 'ro-RO,ro;q=0.9', 'da-DK,da;q=0.9', 'bg-BG,bg;q=0.9', 'ca-ES,ca;q=0.9'),
]

/** Share of people whose browser is not among the newest four versions. */
const LATE_SHARE = 0.14

/** Someone from the site's own part of the world, or from an address anywhere. */
export function choosePerson(site: BenchSite, random: Random): Person {
  const userAgent = chooseUserAgent(random)
  const place = random.chance(site.abroad)
    ? { address: anyAddress(random), acceptLanguage: random.pick(LANGUAGES).header }
    : chooseNetwork(random)
  return { ...place, userAgent: random.chance(LATE_SHARE) ? outdated(userAgent, random) : userAgent }
}

/** Countries then come in the proportions in which they hold addresses. */
function anyAddress(random: Random): string {
  return [1 + random.below(222), random.below(256), random.below(256), 1 + random.below(254)].join('.')
}

/** The same browser some releases ago; all its version numbers move together. */
function outdated(userAgent: string, random: Random): string {
  const behind = 1 + Math.floor(random.around(6, 0.9))
  return userAgent.replace(
    /(Chrome|Firefox|Edg|rv:|SamsungBrowser|Version|GSA)([/:]?)(\d+)/g,
    (_, name: string, between: string, version: string) => {
      const releases = name === 'Version' || name === 'SamsungBrowser' ? behind / 5 : behind
      return `${name}${between}${Math.max(Math.floor(Number(version) - releases), 4)}`
    },
  )
}

function shares(weight: number, ...headers: string[]): (Weighted & { header: string })[] {
  return headers.map(header => ({ weight, header }))
}
