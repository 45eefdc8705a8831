import { type Browser, chromium } from 'playwright-core'

/** A desktop Firefox-free Chrome as people use it; the headless one calls itself a program and would be dropped. */
export const CHROME_UA =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

/** Starts Chromium without any connection of its own; `hosts` are names that lead to this machine. */
export function openBrowser(hosts: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['HANKI_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // For what a page sends while it is left, too: a context's own User-Agent does not reach that.
      `--user-agent=${CHROME_UA}`,
      // The script counts no automated browser; visitors of the tests are people.
      '--disable-blink-features=AutomationControlled',
      ...(hosts.length > 0
        ? [`--host-resolver-rules=${hosts.map(host => `MAP ${host} 127.0.0.1`).join(',')}`]
        : []),
    ],
  })
}
