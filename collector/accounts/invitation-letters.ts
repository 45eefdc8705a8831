import type { Invitation } from '../core/ports.ts'
import { openFailureCounts } from './failure-counts.ts'

const WINDOW_SECONDS = 3_600
/** Letters that one person may have sent to others: an account must not become a way to send unwanted mail. */
const PER_INVITER = 20
/** Letters that one person may get, whoever invites. */
const PER_INVITED = 3

/** Whether an invitation may go by letter, which is then counted; else whoever invites hands the link over. */
export type InvitationLetters = (invitation: Pick<Invitation, 'email' | 'invitedBy'>) => boolean

/** Counts in memory. `nowSeconds` is in whole seconds. */
export function openInvitationLetters(nowSeconds: () => number): InvitationLetters {
  const inviters = openFailureCounts(WINDOW_SECONDS, nowSeconds)
  const invited = openFailureCounts(WINDOW_SECONDS, nowSeconds)
  return ({ email, invitedBy }) => {
    const isTooMany =
      inviters.waitSeconds(invitedBy, PER_INVITER) > 0 || invited.waitSeconds(email, PER_INVITED) > 0
    if (isTooMany) return false
    inviters.add(invitedBy)
    invited.add(email)
    return true
  }
}
