import type { Random, Weighted } from './random.ts'

interface Browser extends Weighted {
  /** `{version}` stands for one of the versions. */
  readonly template: string
  /** Newest first; most people have the newest. */
  readonly versions: readonly string[]
  readonly why: string
}

const CHROME = ['153.0.0.0', '152.0.0.0', '151.0.0.0', '149.0.0.0']
const FIREFOX = ['155.0', '154.0', '153.0', '140.0']
const SAFARI = ['26.5', '26.4', '26.2', '18.6']

/** What people in the Nordic countries browse a shop with; weights are percent of visitors. */
export const BROWSERS: readonly Browser[] = [
  {
    weight: 29,
    template:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{version} Mobile/15E148 Safari/604.1',
    versions: SAFARI,
    why: 'Safari on iPhone; the version of the system is frozen since iOS 26',
  },
  {
    weight: 19,
    template:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Mobile Safari/537.36',
    versions: CHROME,
    why: 'Chrome on Android phones; reduced User-Agent',
  },
  {
    weight: 5.5,
    template:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/{version} Chrome/136.0.0.0 Mobile Safari/537.36',
    versions: ['29.0', '29.0', '28.0', '27.0'],
    why: 'Samsung Internet on Galaxy phones',
  },
  {
    weight: 1.2,
    template: 'Mozilla/5.0 (Android 15; Mobile; rv:{version}) Gecko/{version} Firefox/{version}',
    versions: FIREFOX,
    why: 'Firefox on Android phones',
  },
  {
    weight: 2,
    template:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/{version} Mobile/15E148 Safari/604.1',
    versions: ['401.1.812345678', '399.0.805551234', '396.2.798765432'],
    why: 'the Google app on iPhone',
  },
  {
    weight: 16.5,
    template:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36',
    versions: CHROME,
    why: 'Chrome on Windows',
  },
  {
    weight: 8.5,
    template:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36 Edg/{version}',
    versions: CHROME,
    why: 'Edge on Windows, the browser of office computers',
  },
  {
    weight: 4.5,
    template: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:{version}) Gecko/20100101 Firefox/{version}',
    versions: FIREFOX,
    why: 'Firefox on Windows',
  },
  {
    weight: 5,
    template:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{version} Safari/605.1.15',
    versions: SAFARI,
    why: 'Safari on Mac, and on iPad, which says that it is a Mac',
  },
  {
    weight: 2.5,
    template:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36',
    versions: CHROME,
    why: 'Chrome on Mac',
  },
  {
    weight: 1.3,
    template: 'Mozilla/5.0 (X11; Linux x86_64; rv:{version}) Gecko/20100101 Firefox/{version}',
    versions: FIREFOX,
    why: 'Firefox on Linux',
  },
  {
    weight: 0.7,
    template:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36',
    versions: CHROME,
    why: 'Chrome on Linux',
  },
  {
    weight: 0.5,
    template:
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36',
    versions: CHROME,
    why: 'Chromebooks of schools',
  },
  {
    weight: 2.1,
    template:
      'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{version} Mobile/15E148 Safari/604.1',
    versions: SAFARI,
    why: 'iPad that asks for mobile sites',
  },
  {
    weight: 1.7,
    template:
      'Mozilla/5.0 (Linux; Android 15; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36',
    versions: CHROME,
    why: 'Chrome on a Galaxy tablet',
  },
]

/** Browsers inside the apps of social networks; links in the app open there. */
export const IN_APP_BROWSERS: readonly Browser[] = [
  {
    weight: 5,
    template:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22H20 [FBAN/FBIOS;FBAV/{version};FBDV/iPhone15,4;FBMD/iPhone;FBSN/iOS;FBSV/18.7;FBSS/3;FBLC/fi_FI]',
    versions: ['540.0.0.42.66', '538.1.0.50.70'],
    why: 'Facebook on iPhone',
  },
  {
    weight: 5,
    template:
      'Mozilla/5.0 (Linux; Android 15; SM-S921B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/{version} Mobile Safari/537.36 Instagram 410.0.0.48.71 Android',
    versions: CHROME,
    why: 'Instagram on a Galaxy phone',
  },
]

/** Share of people who have the newest version of their browser. */
const UP_TO_DATE = 0.7

/** The User-Agent of one person: every browser in its share, mostly in its newest version. */
export function chooseUserAgent(random: Random, browsers: readonly Browser[] = BROWSERS): string {
  const { template, versions } = random.pick(browsers)
  const version = random.chance(UP_TO_DATE) ? (versions[0] ?? '') : random.oneOf(versions)
  return template.replaceAll('{version}', version)
}
