import type { User } from '../core/ports.ts'
import type { RecordBook } from './record-book.ts'

/** What became of a change of somebody's account. */
export type AccountChange =
  | 'done'
  /** There is no such account any more. */
  | 'unknown'
  /** Nobody would be left who runs the installation. */
  | 'last_operator'

/** Accounts as those change them who run the installation. */
export interface AccountChanges {
  /** Lets somebody run this installation, or not any more. */
  setOperator(userId: string, isOperator: boolean): Promise<AccountChange>
  /** Removes an account with its memberships and sessions. Keys, links and invitations that it made become worthless. */
  removeUser(userId: string): Promise<AccountChange>
}

/** Changes on records. */
export function openAccountChanges(book: RecordBook): AccountChanges {
  const records = () => book.index().records

  /** Changes an account as it is stored, unless it is that of the last operator and would not be any more. */
  function changing(
    userId: string,
    staysOperator: boolean,
    change: (user: User) => Promise<void>,
  ): Promise<AccountChange> {
    return book.exclusively(async () => {
      await book.reload()
      const user = book.index().userById.get(userId)
      if (user === undefined) return 'unknown'
      const others = records().users.filter(other => other.isOperator && other.id !== userId)
      if (user.isOperator && !staysOperator && others.length === 0) return 'last_operator'
      await change(user)
      return 'done'
    })
  }

  return {
    setOperator: (userId, isOperator) =>
      changing(userId, isOperator, async user => {
        if (user.isOperator !== isOperator) await book.replace('users', user, { ...user, isOperator })
      }),
    removeUser: userId =>
      changing(userId, false, async user => {
        const isOfUser = (record: { readonly userId: string }): boolean => record.userId === userId
        // The account last: should a write before it fail, it can be removed again.
        for (const session of records().sessions.filter(isOfUser)) await book.remove('sessions', session)
        for (const reset of records().passwordResets.filter(isOfUser))
          await book.remove('passwordResets', reset)
        for (const membership of records().memberships.filter(isOfUser))
          await book.remove('memberships', membership)
        await book.remove('users', user)
      }),
  }
}
