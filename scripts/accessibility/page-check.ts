import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** Something that is wrong with a page. */
export interface Finding {
  readonly kind: 'axe' | 'width' | 'origin' | 'console' | 'missing'
  /** What and where, for people. */
  readonly words: string
}

/** WCAG 2.2 to AA, and what axe holds for good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Elements of one rule that are told. */
const MOST_NODES = 3
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** How begins what axe says of a target that something else lies over. */
const OBSCURED = 'partiallyObscured'
/** What a browser itself notes down about every answer that is no success. */
const FAILED_ANSWER = /^Failed to load resource/

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly {
      readonly html: string
      readonly target: readonly unknown[]
      readonly any: readonly { readonly data?: { readonly messageKey?: string } | null }[]
    }[]
  }[]
}

/** What axe finds in a page as it stands, and whether it is wider than its window. */
export async function flawsOf(page: Page): Promise<readonly Finding[]> {
  await page.waitForLoadState('networkidle')
  // The page's policy forbids foreign scripts; an evaluated one is this program's own.
  await page.evaluate(AXE)
  // What an open menu covers is a target again once that is closed.
  const isCovered = await page.evaluate(() => document.querySelector('details[open] > .sheet') !== null)
  const { violations } = await page.evaluate(async tags => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  }, TAGS)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(
          ({ any }) =>
            !(isCovered && any.some(({ data }) => data?.messageKey?.startsWith(OBSCURED) === true)),
        )
        .slice(0, MOST_NODES)
        .map(
          ({ html, target }): Finding => ({
            kind: 'axe',
            words: `${id}: ${target.join(' ')} ${html.slice(0, 160)}`,
          }),
        ),
    ),
    ...(overflow > 0 ? [{ kind: 'width', words: `${overflow} px too wide` } as const] : []),
  ]
}

/** Notes what a page asks of other origins and says on its console, from now on; `expectsFailures` passes over refused answers. */
export function watch(page: Page, origin: string, expectsFailures: boolean): readonly Finding[] {
  const seen: Finding[] = []
  page.on('request', request => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'blob:') seen.push({ kind: 'origin', words: url.href })
  })
  page.on('console', message => {
    if (message.type() !== 'error') return
    if (expectsFailures && FAILED_ANSWER.test(message.text())) return
    seen.push({ kind: 'console', words: message.text() })
  })
  page.on('pageerror', error => void seen.push({ kind: 'console', words: error.message }))
  return seen
}
