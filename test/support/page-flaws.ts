import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is wrong with a page as it stands: flaws that axe finds, and width that does not fit. */
export async function flawsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  // The page's policy forbids foreign scripts; an evaluated one is the test's own.
  await page.evaluate(AXE)
  const flaws = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return overflow > 0 ? [...flaws, `${overflow} px too wide`] : flaws
}
