import type { Browser, Page } from 'playwright-core'

export interface OwnerPageOptions {
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  /** What the browser asks for, a BCP 47 tag. */
  readonly locale?: string
}

/** Opens an address of a server in a window of its own, as the one whose session this is; closing its context closes it. */
export async function openOwnerPage(
  browser: Browser,
  { address, cookie }: { readonly address: string; readonly cookie: string },
  path: string,
  { width = 1280, colorScheme = 'light', locale = 'en-US' }: OwnerPageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  await page.goto(`${address}${path}`)
  return page
}
