/** A filter's regular expression is none that the database can read. */
export class BadExpressionError extends Error {
  readonly code = 'bad_expression'

  /** `reason` is the expression engine's, such as `missing ]`. */
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `#/filters: A regular expression cannot be read: ${reason}. Write it in the syntax of RE2, with brackets in pairs.`,
      options,
    )
    this.name = 'BadExpressionError'
  }
}
