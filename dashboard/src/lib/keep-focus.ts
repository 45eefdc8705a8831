/** Where the keyboard stops. */
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]'

interface Place {
  readonly around: Element
  /** Among the stops there, the element itself and the first of the part that it belongs to. */
  readonly own: number
  readonly first: number
}

/**
 * Keeps the keyboard inside `room` when what has the focus goes away or is switched off: a row that was left out, a filter
 * that was removed. The focus goes to what has taken its place in the nearest surroundings that are left. And keeps on the
 * screen what has the focus there when something else comes above it. An attachment of an element that stays.
 */
export function keepFocus(room: HTMLElement): () => void {
  let focused: Element | undefined
  let places: readonly Place[] = []
  let isSeen = false

  function look() {
    isSeen = focused !== undefined && isOnScreen(focused)
  }

  function onfocusin({ target }: FocusEvent) {
    if (!(target instanceof Element)) return
    focused = target
    places = placesOf(target, room)
    look()
  }

  /** Elsewhere by hand: whoever presses nothing wants the focus nowhere. */
  function onpointerdown({ target }: PointerEvent) {
    if (target instanceof Node && !focused?.contains(target)) focused = undefined
  }

  function mend() {
    if (focused === undefined) return
    if (room.contains(focused) && !focused.matches(':disabled')) {
      // Rows may have come or gone before it.
      if (focused !== document.activeElement) return
      places = placesOf(focused, room)
      if (isSeen && focused.matches(':focus-visible') && !isOnScreen(focused))
        focused.scrollIntoView({ block: 'nearest' })
      return
    }
    const isLost = document.activeElement === document.body || document.activeElement === focused
    const next = isLost ? replacementIn(room, places, focused.className) : undefined
    focused = undefined
    next?.focus()
  }

  const observer = new MutationObserver(mend)
  observer.observe(room, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  room.addEventListener('focusin', onfocusin)
  document.addEventListener('pointerdown', onpointerdown)
  // Whoever scrolls away from it wants to.
  document.addEventListener('scroll', look, { passive: true })
  return () => {
    observer.disconnect()
    document.removeEventListener('scroll', look)
    room.removeEventListener('focusin', onfocusin)
    document.removeEventListener('pointerdown', onpointerdown)
  }
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

function placesOf(element: Element, room: Element): Place[] {
  const places: Place[] = []
  for (let part = element; part !== room && part.parentElement !== null; part = part.parentElement) {
    const around = part.parentElement
    const stops: readonly Element[] = stopsIn(around)
    places.push({ around, own: stops.indexOf(element), first: stops.findIndex(stop => part.contains(stop)) })
  }
  return places
}

/** One that looks the same, such as the same button of the next row; else the first of what follows. */
function replacementIn(room: Element, places: readonly Place[], look: string): HTMLElement | undefined {
  for (const { around, own, first } of places) {
    const stops = room.contains(around) ? stopsIn(around) : []
    const at = (position: number) => stops[Math.min(Math.max(position, 0), stops.length - 1)]
    const next = at(own)?.className === look ? at(own) : at(first)
    if (next !== undefined) return next
  }
  return undefined
}

function stopsIn(around: Element): HTMLElement[] {
  // What is inside a closed menu cannot be reached.
  return [...around.querySelectorAll<HTMLElement>(STOPS)].filter(stop => stop.checkVisibility())
}
