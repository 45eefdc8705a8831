import type { Random } from '../../scripts/demo/random.ts'

/** Visitors among whom the events of a run are spread, so that most events continue a visit. */
const VISITORS = 400

const BROWSERS = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
]

/** Headers of one visitor out of a crowd, each behind an address and a network of its own. */
export function someVisitor(random: Random): Record<string, string> {
  const visitor = random.below(VISITORS)
  return {
    'x-forwarded-for': `198.18.${visitor % 256}.${1 + (visitor >> 8)}`,
    'user-agent': BROWSERS[visitor % BROWSERS.length] ?? '',
    'accept-language': 'fi',
    'content-type': 'text/plain',
  }
}
