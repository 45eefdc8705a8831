/** The journal cannot be read as it is; the message says what to do. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly code = 'journal'
}

/**
 * The disk failed while events were written and could not be made to forget them either: they may be there after
 * the next start, or not. Neither "accepted" nor "refused" would be true.
 */
export class JournalUncertainError extends Error {
  override readonly name = 'JournalUncertainError'
  readonly code = 'journal_uncertain'
}

/** The journal takes no more events: it reached its limit, the site its share, or the disk refused. Nothing was accepted. */
export class JournalFullError extends Error {
  override readonly name = 'JournalFullError'
  readonly code = 'journal_full'
}
