import { describe, expect, it } from 'vitest'
import { invitationLetter } from '../../../collector/mail/invitation-letter.ts'
import type { Letter } from '../../../collector/mail/letter.ts'
import { type Notice, noticeLetter } from '../../../collector/mail/notice-letter.ts'
import { passwordLetter } from '../../../collector/mail/password-letter.ts'
import { testLetter } from '../../../collector/mail/test-letter.ts'

const ADDRESS = 'https://stats.example.com/web'
const EMAIL = 'maija@example.fi'
/** 2026-10-05 14:20:00 UTC. */
const AT = 1_791_210_000
const EVIL = 'a.example\r\nBcc: everybody@example.com\r\n\r\nSign in at https://evil.example\u2028now\u0000'

const INVITATION = {
  address: ADDRESS,
  email: EMAIL,
  inviter: 'owner@example.com',
  site: 'example.com',
  role: 'viewer',
  token: 'the-token',
  expiresAtSeconds: AT,
} as const
const NOTICES: readonly Notice[] = [
  { kind: 'password_changed' },
  { kind: 'second_factor_added' },
  { kind: 'second_factor_removed', isAnotherLeft: false },
  { kind: 'passkey_added', name: 'Phone', signsInAlone: true },
  { kind: 'passkey_added', name: 'Phone', signsInAlone: false },
  { kind: 'passkey_removed', name: 'Phone', isAnotherLeft: true },
  { kind: 'passkey_copied', name: 'Phone' },
  { kind: 'recovery_code_used' },
  { kind: 'provider_linked' },
  { kind: 'provider_unlinked' },
  { kind: 'key_added', site: 'example.com', id: 'hanki_12345678' },
]

/** With bad words wherever somebody's own may stand. */
function evil(notice: Notice): Notice {
  if (notice.kind === 'key_added') return { ...notice, site: EVIL, id: EVIL }
  return 'name' in notice ? { ...notice, name: EVIL } : notice
}

describe('a letter', () => {
  it('that invites tells who, to what, until when, and what to do with it', () => {
    expect(invitationLetter(INVITATION)).toEqual({
      to: EMAIL,
      subject: 'You are invited to the statistics of example.com',
      text: `owner@example.com invites you to the statistics of example.com, as viewer.

Open this link to join. It works once, until 5 October 2026 at 14:20 UTC:

https://stats.example.com/web/invitation#the-token

If you did not expect this letter, do nothing. Without the link nothing happens.

Hanki, https://stats.example.com/web
`,
    })
  })

  it('about a forgotten password has the link in its fragment, and its end', () => {
    const letter = passwordLetter({
      address: ADDRESS,
      email: EMAIL,
      token: 'the-token',
      expiresAtSeconds: AT,
    })
    expect(letter).toMatchObject({ to: EMAIL, subject: 'Choose a new password' })
    expect(letter.text).toContain('\nhttps://stats.example.com/web/reset#the-token\n')
    expect(letter.text).toContain('It works once, until 5 October 2026 at 14:20 UTC; earlier links do not')
    expect(letter.text).toContain('If you did not expect this letter, do nothing.')
  })

  it.each(NOTICES)('that $kind tells what was done, when, and what to do', notice => {
    const { to, subject, text } = noticeLetter(notice, { address: ADDRESS, email: EMAIL, atSeconds: AT })
    expect(to).toBe(EMAIL)
    expect(subject).toMatch(/(was|were) (changed|added|removed|refused|used|made|(un)?linked .+)$/)
    expect(text).toContain(`the account of ${EMAIL} on 5 October 2026 at 14:20 UTC.`)
    expect(text).toContain('If it was you, do nothing.')
    // No link but the address of Hanki itself.
    expect(text.match(/https?:\S+/g)).toEqual([ADDRESS])
  })

  const every: readonly (readonly [name: string, letter: Letter])[] = [
    ['invites', invitationLetter({ ...INVITATION, site: EVIL, inviter: EVIL })],
    [
      'is about a password',
      passwordLetter({ address: ADDRESS, email: EVIL, token: 'the-token', expiresAtSeconds: AT }),
    ],
    ...NOTICES.map(
      notice =>
        [notice.kind, noticeLetter(evil(notice), { address: ADDRESS, email: EVIL, atSeconds: AT })] as const,
    ),
    ['is a test', testLetter(EMAIL, ADDRESS)],
  ]
  it.each(every)('that %s takes no line from what somebody else wrote', (_, { subject, text }) => {
    expect(subject).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
    expect(text).not.toMatch(/^(Bcc|Sign in at|now)/m)
    expect(text).not.toMatch(/[^\P{C}\n]|\p{Zl}/u)
    expect(text).not.toMatch(/<|content-type|\bhttps?:\S+\.(png|gif)/i)
  })

  it('takes no more than a line of it', () => {
    const { subject } = invitationLetter({ ...INVITATION, site: `${'\u{1F9CA}'.repeat(10_000)}` })
    expect(subject.length).toBeLessThan(300)
    expect(subject.isWellFormed()).toBe(true)
  })
})
