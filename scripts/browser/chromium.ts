import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'

/** What a browser keeps of being signed in. */
export type Session = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>

/** Starts Chromium without any connection of its own. Throws when there is none: `HANKI_CHROMIUM` says where it lies. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['HANKI_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
    ],
  })
}
