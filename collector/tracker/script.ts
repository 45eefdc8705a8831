/**
 * Hanki's tracking script. MIT licence. Stores nothing on the device and never throws into the page.
 * <script defer data-domain="example.com" src="https://stats.example.com/js/script.js"></script>
 * Custom events: hanki('Sign up', { props: { plan: 'yearly' } })
 */

interface EventOptions {
  props?: Record<string, string | number | boolean>
  interactive?: boolean
  /** Called when the event was answered or could not be sent. */
  callback?: () => void
}

type Send = ((name: string, options?: EventOptions) => void) & { q?: [string, EventOptions?][] }

declare global {
  interface Window {
    hanki?: Send
  }
  interface Navigator {
    globalPrivacyControl?: boolean
  }
}

try {
  const script = document.currentScript as HTMLScriptElement
  const endpoint = script.dataset['api'] ?? new URL('/api/event', script.src).href
  const domain = script.dataset['domain'] ?? location.hostname
  const hashMode = script.hasAttribute('data-hash')
  let lastPage = ''
  let referrer = document.referrer

  const send: Send = (name, options) => {
    try {
      if (navigator.globalPrivacyControl || navigator.doNotTrack === '1') {
        options?.callback?.()
        return
      }
      fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        keepalive: true,
        credentials: 'omit',
        body: JSON.stringify({
          n: name,
          u: location.href,
          d: domain,
          r: referrer || undefined,
          p: options?.props,
          i: options?.interactive,
          h: hashMode ? 1 : undefined,
        }),
      }).then(options?.callback, options?.callback ?? (() => undefined))
    } catch {}
  }

  const pageview = () => {
    const page = hashMode ? location.href : location.pathname + location.search
    if (page === lastPage) return
    send('pageview')
    lastPage = page
    referrer = ''
  }

  const push = history.pushState
  history.pushState = function (...args) {
    push.apply(this, args)
    pageview()
  }
  addEventListener('popstate', pageview)
  if (hashMode) addEventListener('hashchange', pageview)
  // Back from the back-forward cache is a new view of the page.
  addEventListener('pageshow', event => {
    if (event.persisted) {
      lastPage = ''
      pageview()
    }
  })

  const early = window.hanki?.q ?? []
  window.hanki = send
  for (const [name, options] of early) send(name, options)

  // A page that is only being prerendered is not seen by anybody yet.
  if (document.visibilityState === 'visible') pageview()
  else document.addEventListener('visibilitychange', pageview, { once: true })
} catch {}

export {}
