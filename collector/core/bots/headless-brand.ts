import type { Bot } from './bot-name.ts'

const HEADLESS: Bot = { name: 'Headless Chrome', class: 'automation' }

/** The bot behind a `Sec-CH-UA` header in which a browser says that nobody sees it; undefined for any other. */
export function botOfBrands(header: string): Bot | undefined {
  return header.includes('"HeadlessChrome"') ? HEADLESS : undefined
}
