import { at } from './base-path.ts'

/**
 * Whether this page was opened to be shown in a frame of somebody else's page: then nothing is kept on the device, no cookie
 * is sent, and nothing else of Hanki's is shown. It stays so for the life of the page.
 */
export function isEmbedded(): boolean {
  return location.pathname.startsWith(at('/embed/'))
}

/** The code that shows an address in a frame; `title` is told to people who do not see it. */
export function toFrame(address: string, title: string): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="900" loading="lazy" referrerpolicy="no-referrer"></iframe>`
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
