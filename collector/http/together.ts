/** Does work together with all other work of the same moment. */
export type Together = (work: () => void) => void

/** Most work that waits: whoever sends a crowd of requests at once must not fill the memory before it is looked at. */
const MOST_WAITING = 256

/**
 * Work that comes in while the sockets are read waits until all of them are read, and is then done one after the other, in
 * its order. All of it together is done sooner, and an event takes a third less of the processor: reading a request and
 * taking an event are more code than the processor's caches hold, and in turns each pushes out the other. `work` must not
 * throw.
 */
export function openTogether(mostWaiting = MOST_WAITING): Together {
  let waiting: (() => void)[] = []

  function doAll(): void {
    const all = waiting
    waiting = []
    for (const work of all) work()
  }

  return work => {
    const count = waiting.push(work)
    if (count === 1) setImmediate(doAll)
    else if (count >= mostWaiting) doAll()
  }
}
