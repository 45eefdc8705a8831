import { on } from './safely.ts'
import type { Send } from './script.ts'

/**
 * Counts what the words of `data-track` name: `outbound`, `downloads`, `forms`, `404`. Of a link only origin
 * and path are told: queries hold what people typed. The server adds the page as property `path`.
 */
export const watchPage = (track: string, send: Send) => {
  on('click auxclick submit', (event: MouseEvent) => {
    if (event.type === 'submit') return track.includes('forms') && send('Form: Submission')
    // Through the borders of web components.
    const link = (event.composedPath() as HTMLAnchorElement[]).find(({ href }) => /^http/.test(href))
    // 1 is the middle button, which opens a tab; the others open menus or go back.
    if (!link || event.button > 1) return
    const props = { url: link.origin + link.pathname }
    if (
      track.includes('downloads') &&
      (link.hasAttribute('download') ||
        /\.(7z|apk|csv|dmg|epub|exe|gz|iso|mov|mp[34]|msi|od[pst]|pdf|pkg|rar|rtf|wav|zip|docx?|pptx?|xlsx?)$/i.test(
          link.pathname,
        ))
    )
      send('File Download', { props })
    else if (track.includes('outbound') && link.host !== location.host)
      send('Outbound Link: Click', { props })
  })
  if (
    track.includes('404') &&
    (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.responseStatus === 404
  )
    send('404', { interactive: false })
}
