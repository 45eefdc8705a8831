import { describe, expect, it } from 'vitest'
import { parseEmail } from '../../collector/accounts/email.ts'
import { parseSiteDomain } from '../../collector/accounts/site-domain.ts'
import { isCommonPassword } from '../../collector/core/access/common-password.ts'
import { parseReferrer } from '../../collector/core/acquisition/referrer.ts'
import { NO_HINTS } from '../../collector/core/client/client-hints.ts'
import { primaryLanguage } from '../../collector/core/client/language.ts'
import { parseBrands } from '../../collector/core/client/parse-brands.ts'
import { parsePageUrl } from '../../collector/core/event/page-url.ts'
import { parsePayload } from '../../collector/core/event/payload.ts'
import { maskTokens } from '../../collector/core/page/mask-tokens.ts'
import { pageOf } from '../../collector/core/page/page-of.ts'
import { compilePageRules } from '../../collector/core/page/page-rules.ts'
import { withoutPersonalData } from '../../collector/core/screening/personal-data.ts'
import { parseSiteSettings } from '../../collector/core/site/site-settings.ts'
import { forwardedHops } from '../../collector/http/forwarded-header.ts'
import { openClientParser } from '../../collector/ingest/client-parser.ts'
import { readingMs, timesAsLong } from '../support/times-as-long.ts'

const RULES = compilePageRules({ masks: ['/**/a*a*a*b/**/a*b', '/**/a/**/b/**/c'], keepParameters: ['q'] })

/** Everything that reads what strangers write, before or without a limit to its length. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  maskTokens,
  withoutPersonalData: text => withoutPersonalData(text),
  'withoutPersonalData, of a telephone': text => withoutPersonalData(text, 'phone'),
  pageOf: text => pageOf({ path: `/${text}`, parameters: new URLSearchParams([['q', text]]) }, RULES),
  parsePageUrl: text => parsePageUrl(`https://own.example/${text}?${text}#${text}`, true),
  parsePayload: text => parsePayload({ n: text, u: `https://own.example/${text}`, d: text, p: { a: text } }),
  parseReferrer: text => parseReferrer(`https://${text}`, 'own.example'),
  parseSiteDomain,
  parseSiteSettings: text =>
    parseSiteSettings({ hostnames: [text], shields: { pages: [text], networks: [text] } }),
  parseEmail,
  isCommonPassword,
  'the User-Agent and its language': text =>
    openClientParser()({ userAgent: text, acceptLanguage: text, hints: NO_HINTS }),
  primaryLanguage,
  parseBrands,
  forwardedHops,
}

/** What the readers look for, over and over, so that every beginning promises something and none keeps it. */
const PROMISES = [
  'a',
  '0',
  '-eyJ',
  ' ',
  'a@',
  'a@a.',
  'a.',
  '-',
  '/',
  '%25',
  '%c2%a0',
  '+358 ',
  '040 ',
  'FI12 ',
  '010190-',
  '";for=',
  '\\"',
  '1.',
  'Chrome/1 ',
  '(Linux; ',
  'tel:',
  'A-',
  '_=',
  'xn--',
  'ä',
] as const

const SHORT = 2_000
const TIMES_AS_LONG = 8
/** What is read eight times as long takes eight times the work, and 64 times when the work grows with the square. */
const MOST_TIMES_THE_WORK = 32
/** Work that is too little to be compared, ms. */
const LITTLE_MS = 20

describe('texts that are made to be slow to read', () => {
  it.each(Object.entries(READERS))(
    '%s takes as much longer as they are longer',
    { timeout: 60_000 },
    (_, read) => {
      const slow = PROMISES.flatMap(promise => {
        const text = (length: number): string => `${promise.repeat(length / promise.length)}!`
        const long = text(SHORT * TIMES_AS_LONG)
        if (readingMs(read, long) < LITTLE_MS) return []
        const times = timesAsLong(read, long, text(SHORT))
        return times > MOST_TIMES_THE_WORK ? [`${promise}: ${times} times the work`] : []
      })
      expect(slow).toEqual([])
    },
  )
})
