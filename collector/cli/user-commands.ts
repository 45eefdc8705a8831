import type { AccountChange } from '../accounts/account-changes.ts'
import type { Directory } from '../accounts/directory.ts'
import { createPasswordReset, PASSWORD_RESET_SECONDS } from '../accounts/password-resets.ts'
import type { User } from '../core/ports.ts'
import { type Command, CommandError, withDirectory } from './command.ts'
import { toDate, toIso } from './site-commands.ts'
import { toTable } from './table.ts'

/** `user list`. */
export const userList: Command = {
  words: 'user list',
  parameters: '',
  summary: 'Show who has an account, and what they may do.',
  details: [],
  positionals: [],
  options: {},
  async run(world) {
    return withDirectory(world, async directory => {
      const users = directory.users().map(user => toJson(directory, user))
      if (users.length === 0) return { lines: ['Nobody has an account yet.'], json: [] }
      const rows = users.map(({ email, is_operator, sites, second_factor, created_at }) => [
        email,
        is_operator ? 'operator' : sites.map(({ domain, role }) => `${role} of ${domain}`).join(', '),
        second_factor ? 'on' : 'off',
        created_at.slice(0, 10),
      ])
      return { lines: toTable(['e-mail', 'is', 'second factor', 'since'], rows), json: users }
    })
  },
}

/** `user reset`. */
export const userReset: Command = {
  words: 'user reset',
  parameters: 'EMAIL [--second-factor]',
  summary: 'Print a link with which somebody chooses a new password.',
  details: [
    'EMAIL            address of the account',
    '--second-factor  take the second factor away too, codes and passkeys, of somebody who lost them',
    'The link works once, for an hour. Make sure that it reaches the right person.',
  ],
  positionals: ['EMAIL'],
  options: { 'second-factor': { required: false, isFlag: true } },
  async run(world, { positionals, options }) {
    const takesFactor = options['second-factor'] !== undefined
    const { user, token } = await withDirectory(world, async (directory, note) => {
      const user = findUser(directory, positionals[0] ?? '')
      await note({ action: 'password_reset_made', subject: user.email })
      if (takesFactor) {
        await note({ action: 'second_factor_removed', subject: user.email })
        await directory.changeUser(user.id, ({ secondFactor: _removed, ...stored }) => stored)
      }
      return { user, token: await createPasswordReset({ directory, nowSeconds: world.nowSeconds }, user) }
    })
    const link = `${world.address}/reset#${token}`
    return {
      lines: [
        link,
        '',
        `For ${user.email}, whose account is of ${toDate(user.createdAtSeconds)}; works once, within an hour.`,
      ],
      json: { link, expires_at: toIso(world.nowSeconds() + PASSWORD_RESET_SECONDS) },
    }
  },
}

/** `user operator`. */
export const userOperator: Command = {
  words: 'user operator',
  parameters: 'EMAIL [--off]',
  summary: 'Let somebody run this installation, or not any more.',
  details: ['EMAIL  address of the account', '--off  take it away'],
  positionals: ['EMAIL'],
  options: { off: { required: false, isFlag: true } },
  async run(world, { positionals, options }) {
    const isOperator = options['off'] === undefined
    return withDirectory(world, async (directory, note) => {
      const user = findUser(directory, positionals[0] ?? '')
      await note({ action: isOperator ? 'operator_made' : 'operator_unmade', subject: user.email })
      checkChange(await directory.setOperator(user.id, isOperator))
      const words = isOperator ? 'runs this installation now' : 'does not run this installation any more'
      return { lines: [`${user.email} ${words}.`], json: { email: user.email, is_operator: isOperator } }
    })
  },
}

/** `user remove`. */
export const userRemove: Command = {
  words: 'user remove',
  parameters: 'EMAIL',
  summary: 'Remove an account.',
  details: [
    'EMAIL  address of the account',
    'Keys, links and invitations that it made do not work any more.',
  ],
  positionals: ['EMAIL'],
  options: {},
  async run(world, { positionals }) {
    return withDirectory(world, async (directory, note) => {
      const user = findUser(directory, positionals[0] ?? '')
      await note({ action: 'account_removed', subject: user.email })
      checkChange(await directory.removeUser(user.id))
      return { lines: [`The account of ${user.email} is removed.`], json: { email: user.email } }
    })
  },
}

function checkChange(change: AccountChange): void {
  if (change === 'unknown') throw new CommandError('The account has just been removed.')
  if (change === 'last_operator')
    throw new CommandError(
      'Nobody would be left who runs this installation. "hanki user operator EMAIL" makes somebody else an operator first.',
    )
}

function findUser(directory: Directory, typed: string): User {
  const email = typed.trim().toLowerCase()
  const user = directory.userByEmail(email)
  if (user === undefined)
    throw new CommandError(`There is no account of ${email}. "hanki user list" shows all.`)
  return user
}

function toJson(directory: Directory, user: User) {
  const { email, isOperator, secondFactor, createdAtSeconds } = user
  return {
    email,
    is_operator: isOperator,
    sites: directory.sites().flatMap(site => {
      const member = directory.membersOf(site).find(one => one.user.id === user.id)
      return member === undefined ? [] : [{ domain: site.domain, role: member.role }]
    }),
    second_factor: secondFactor !== undefined,
    created_at: toIso(createdAtSeconds),
  }
}
