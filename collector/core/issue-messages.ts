import * as v from 'valibot'
import { messagesByPath } from './messages-by-path.ts'

/**
 * What is wrong with something that was sent, by the path of the field; `whole` names what has no path. `thing` is said of a
 * field that it does not have: "is no part of such a goal".
 */
export function issueMessages(
  issues: readonly v.BaseIssue<unknown>[],
  { whole, thing }: { readonly whole: string; readonly thing: string },
): Readonly<Record<string, readonly string[]>> {
  return messagesByPath(
    issues.map((issue): readonly [string, string] => {
      const isUnknown = issue.type === 'strict_object' && issue.expected === 'never'
      const isMissing = issue.type === 'strict_object' && issue.received === 'undefined'
      const message = isUnknown ? `is no part of such a ${thing}` : isMissing ? 'is missing' : issue.message
      return [v.getDotPath(issue) ?? whole, message]
    }),
  )
}
