import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { openChromium } from '../browser/chromium.ts'
import { LOOKS, type Look } from './looks.ts'
import { type Finding, flawsOf, watch } from './page-check.ts'
import { type Cell, toTable } from './report.ts'
import { type View, viewsOf } from './views.ts'
import { openWorld, type World } from './world.ts'

/**
 * `npm run accessibility -- [WORDS …] [--json]`: every view of the dashboard in a browser, light and dark at 1,440 px and light at
 * 360 px, of a Hanki full of the demo's shop. axe-core looks for what WCAG 2.2 AA and good practice forbid; besides, nothing may be
 * wider than the window, come from another origin, or be an error on the console. With words, only views whose name has some of them.
 * Exit code 1 when anything was found. Its pages wait up to 15 s each for what they are to show; one that does not is a finding.
 */
const SHOWN_MS = 15_000
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const say = (words: string): void => console.error(words)

const world = await openWorld(say)
let browser: Browser | undefined
const cells: Cell[] = []
try {
  browser = await openChromium()
  const isWanted = ({ name }: View) =>
    positionals.length === 0 || positionals.some(words => name.includes(words))
  for (const view of viewsOf(world).filter(isWanted)) {
    // All looks at once: most of the time is spent waiting for what is not to come.
    const chrome = browser
    const found = await Promise.all(
      LOOKS.map(async look => ({
        view: view.name,
        look: look.name,
        findings: await check(chrome, world, view, look),
      })),
    )
    cells.push(...found)
    say(`${view.name}: ${found.map(({ findings }) => findings.length).join(' ')}`)
  }
} finally {
  await browser?.close()
  await world.close()
}
console.log(values.json ? JSON.stringify(cells) : toTable(cells))
// The embedded engine's connections may still be closing.
process.exit(cells.length === 0 || cells.some(({ findings }) => findings.length > 0) ? 1 : 0)

async function check(
  chrome: Browser,
  { addressOf, sessionOf }: World,
  view: View,
  { width, isDark }: Look,
): Promise<readonly Finding[]> {
  const address = addressOf(view.as)
  const session = await sessionOf(view.as)
  const context = await chrome.newContext({
    baseURL: address,
    viewport: { width, height: 900 },
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...(session === undefined ? {} : { storageState: session }),
  })
  context.setDefaultTimeout(SHOWN_MS)
  const page = await context.newPage()
  const seen = watch(page, address, view.expectsFailures ?? false)
  try {
    await view.before?.(page)
    await page.goto(view.path)
    await page.locator(view.shown).first().waitFor()
    await view.act?.(page)
    const flaws = await flawsOf(page)
    return [...flaws, ...seen]
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return [...seen, { kind: 'missing', words: words.replaceAll(/\s+/g, ' ').slice(0, 300) }]
  } finally {
    await context.close()
  }
}
