/** Does work together with all other work of the same moment. */
export type Together = (work: () => void) => void

/**
 * Work that comes in while the sockets are read waits until all of them are read, and is then done one after the other, in
 * its order. Nobody waits for longer, and an event takes a third less of the processor: reading a request and taking an
 * event are more code than the processor's caches hold, and in turns each pushes out the other. `work` must not throw.
 */
export function openTogether(): Together {
  let waiting: (() => void)[] = []

  function doAll(): void {
    const all = waiting
    waiting = []
    for (const work of all) work()
  }

  return work => {
    if (waiting.push(work) === 1) setImmediate(doAll)
  }
}
