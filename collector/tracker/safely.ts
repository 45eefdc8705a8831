/** The same function, but nothing it throws reaches the page. */
export function safely<Args extends unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  return (...args) => {
    try {
      work(...args)
    } catch {}
  }
}

/**
 * Listens to events of these types, separated by spaces, anywhere in the page, also to those that the page
 * stops. Never holds the page up: the listener is passive and keeps its exceptions to itself.
 */
export function on<Kind extends Event>(types: string, listener: (event: Kind) => void): void {
  for (const type of types.split(' ')) {
    addEventListener(type, safely(listener) as (event: Event) => void, { capture: true, passive: true })
  }
}
