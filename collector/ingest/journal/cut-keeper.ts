import type { Cut, CutFile } from './cut-file.ts'

export interface CutKeeperOptions {
  readonly file: CutFile
  readonly journalId: string
  /** Latest durable sequence, at the moment of each call. */
  readonly givenThrough: () => number
  /** How soon after an append the file knows of it though the cut stands still, ms. */
  readonly noteMs: number
}

/** Holds the cut, and keeps on disk how far events were acknowledged: only so is damage told from what a crash has torn. */
export interface CutKeeper {
  cut(): Cut
  /** Replaces the cut; settles when that is on disk. */
  set(next: Cut): Promise<void>
  /** Writes the present cut once more, with the latest durable sequence. */
  save(): Promise<void>
  /** Sees to it that sequences given until now are soon known on disk. Costs nothing while the cut moves. */
  noteSoon(): void
  /** Settles when nothing is being written; nothing is written afterwards unasked. */
  close(): Promise<void>
}

/** Writes one after the other: a note must never bring back the cut before the last one. */
export function openCutKeeper(
  { file, journalId, givenThrough, noteMs }: CutKeeperOptions,
  first: Cut,
): CutKeeper {
  let cut = first
  /** What the file says, when it could be written. */
  let noted = 0
  let latest: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function inTurn(next: () => Cut): Promise<void> {
    const turn = latest.then(() => write(next()))
    // Whoever asked hears of the failure; it must not keep the next one from its turn.
    latest = turn.catch(() => undefined)
    return turn
  }

  async function write(next: Cut): Promise<void> {
    const given = givenThrough()
    await file.write({ journalId, givenThrough: given, ...next })
    noted = given
    cut = next
  }

  function note(): void {
    timer = undefined
    // A disk that fails is noticed by the next append; after it, the next note is tried.
    if (noted < givenThrough()) inTurn(() => cut).catch(() => undefined)
  }

  return {
    cut: () => cut,
    set: next => inTurn(() => next),
    save: () => inTurn(() => cut),
    noteSoon() {
      timer ??= setTimeout(note, noteMs).unref()
    },
    async close() {
      clearTimeout(timer)
      await latest
    },
  }
}
