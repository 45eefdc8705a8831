/**
 * Hanki's tracking script. MIT licence. Stores nothing on the device and never throws into the page. Every byte counts: what
 * is used once has no name.
 * <script defer data-domain="example.com" src="https://stats.example.com/js/script.js"></script>
 * Custom events: hanki('Sign up', { props: { plan: 'yearly' } })
 */
import { look, readMeter, startMeter, watchScrolling } from './meter.ts'
import { watchPage } from './page-events.ts'
import { on, safely } from './safely.ts'

/** What became of an event: the server's status, or why it was not sent. */
export type Outcome = { readonly status: number } | { readonly error: unknown }

export interface EventOptions {
  props?: Record<string, string | number | boolean>
  /** `amount` in units of the currency, ISO 4217. */
  revenue?: { amount: number | string; currency: string }
  /** False: a visit of one page with this event is still a bounce. */
  interactive?: boolean
  /** Another URL than the page's own; may be relative to it. */
  url?: string
  /** Another referrer than the page's own. */
  referrer?: string
  /** Called once when the event was answered, refused or could not be sent. */
  callback?: (outcome: Outcome) => void
}

export interface Send {
  (name: string, options?: EventOptions): void
  /** Events from before the script came. */
  q?: [string, EventOptions?][]
  /** Version of the script; only the script itself has one. */
  v?: number
}

declare global {
  interface Window {
    hanki?: Send
  }
  interface Navigator {
    globalPrivacyControl?: boolean
  }
  interface Document {
    prerendering?: boolean
  }
}

safely(() => {
  const script = document.currentScript as HTMLScriptElement
  const {
    api = new URL('/api/event', script.src),
    as = 'hanki',
    domain,
    exclude = '',
    hash,
    local,
    manual,
    track = '',
  } = script.dataset
  const globals = window as unknown as Record<string, Send | undefined>
  const stub = globals[as] || ({} as Partial<Send>)
  if (
    // A snippet that is there twice counts once.
    stub.v ||
    // Somebody asks to leave this browser out: that is asked instead of counting the page.
    (location.hash === '#hanki-exclude' &&
      (import(/* @vite-ignore */ new URL('exclude.js', script.src) as unknown as string) as unknown))
  )
    return

  /** Path of the page view that was counted last, and its URL when engagement may be counted for it. */
  let page = ''
  let url = ''
  let referrer = document.referrer

  const isHashMode = hash != null
  /** In a pattern, stars stand for anything; every other sign for itself. */
  const excluded = RegExp(
    `^(${exclude
      .replace(/[^\w\s,*/-]/g, '\\$&')
      .replace(/\s*,\s*/g, '|')
      .replace(/\*+/g, '.*')})$`,
  )
  const fragment = () => (isHashMode ? location.hash : '')
  const path = () => location.pathname + fragment()

  /** Sends an event; what must not be counted is refused. */
  const post = async (event: object | false, callback?: EventOptions['callback']) => {
    let outcome: Outcome = { error: 'ignored' }
    try {
      if (
        event &&
        // Only whoever asked to be left out has it.
        !/hanki-exclude/.test(document.cookie) &&
        !navigator.webdriver &&
        !navigator.globalPrivacyControl &&
        navigator.doNotTrack !== '1' &&
        // Developers' own machines, and files opened from the disk (no host at all).
        (local != null || !/^$|localhost$|^127\.|^\[::1]/.test(location.hostname))
      )
        outcome = await fetch(api, {
          // A text body needs no preflight; keepalive lets it outlive the page.
          method: 'POST',
          keepalive: true,
          credentials: 'omit',
          // The version of the script is told with every event.
          body: JSON.stringify({ ...event, d: domain, h: isHashMode, v: 1 }),
        })
    } catch (error) {
      outcome = { error }
    }
    callback?.(outcome)
  }

  const sendEngagement = (isLeft?: boolean) => {
    const engagement = readMeter(isLeft)
    if (url && engagement) post({ n: 'engagement', u: url, ...engagement })
  }

  const send: Send = safely((n, options) => {
    // Nobody has seen the page yet.
    if (document.prerendering) return on('prerenderingchange', () => send(n, options))
    if (n === 'pageview' && page) referrer = ''
    const { props: p, revenue: $, interactive: i, referrer: r = referrer, callback, ...other } = options || {}
    const isCounted = !excluded.test(path())
    // Longest URL that the server takes; a URL is ASCII.
    const u = new URL(other.url || fragment(), location.href).href.slice(0, 2_000)
    if (n === 'pageview') {
      sendEngagement()
      page = path()
      url = isCounted ? u : ''
      startMeter()
    }
    post(isCounted && { n, u, r, p, $, i }, callback)
  })

  /** Counts a page view when another page is seen than the one counted last. */
  const view = safely(() => {
    if (manual == null && path() !== page && !document.hidden) send('pageview')
  })

  send.v = 1
  globals[as] = send
  view()
  stub.q?.map(event => send(...event))
  watchScrolling()
  watchPage(track, send)

  on('pagehide', () => sendEngagement(true))
  on('focus blur visibilitychange pageshow popstate hashchange', (event: PageTransitionEvent) => {
    look()
    if (document.hidden) sendEngagement(true)
    // Back from the back-forward cache is a new view of the page.
    if (event.persisted) page = ''
    view()
  })
  for (const change of ['pushState', 'replaceState'] as const) {
    const original = history[change]
    history[change] = function (...args) {
      original.apply(this, args)
      view()
    }
  }
})()
