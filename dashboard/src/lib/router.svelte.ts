import { at, basePath } from './base-path.ts'
import { isEmbedded } from './embedding.ts'

/** The address bar as state: reading a field follows every navigation. */
class Router {
  #address = $state.raw(new URL(location.href))

  constructor() {
    addEventListener('popstate', () => this.#read())
    addEventListener('hashchange', () => this.#read())
    document.addEventListener('click', event => this.#follow(event))
  }

  /** Without the base path. */
  get path(): string {
    const { pathname } = this.#address
    return pathname.startsWith(at('/')) ? pathname.slice(basePath().length) : '/'
  }

  /** The query string with its `?`, or empty. */
  get search(): string {
    return this.#address.search
  }

  /** What stands behind `#`, without it. */
  get fragment(): string {
    return this.#address.hash.slice(1)
  }

  /** Goes to a path of Hanki's; `replace` leaves no step to go back to. */
  go(path: string, how: 'push' | 'replace' = 'push'): void {
    this.#show(at(path), how)
  }

  /** A frame leaves no steps in the history of the page around it. */
  #show(href: string, how: 'push' | 'replace'): void {
    if (how === 'push' && !isEmbedded()) history.pushState(null, '', href)
    else history.replaceState(null, '', href)
    this.#read()
  }

  #read(): void {
    this.#address = new URL(location.href)
  }

  /** Plain clicks on links to this origin change the view without loading the page again. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (
      link === null ||
      link.target !== '' ||
      link.hasAttribute('download') ||
      link.origin !== location.origin
    )
      return
    if (!link.pathname.startsWith(at('/'))) return
    // The skip link jumps inside the page.
    if (link.getAttribute('href')?.startsWith('#') === true) return
    event.preventDefault()
    const pageChanges = link.pathname !== location.pathname
    this.#show(link.href, 'push')
    if (pageChanges) scrollTo(0, 0)
  }
}

/** The one router of the page. */
export const router = new Router()
