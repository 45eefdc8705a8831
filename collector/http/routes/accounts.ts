import { type Context, Hono } from 'hono'
import type { AccountChange } from '../../accounts/account-changes.ts'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { User } from '../../core/ports.ts'
import { requireOperator, requireUser, userOf } from '../authenticate.ts'
import type { AccountsBody, ErrorBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { trace, traceLook } from '../trace.ts'

export interface AccountsDeps {
  readonly directory: Directory
  readonly audit: AuditLog
}

/** `GET /api/accounts`, `PATCH` and `DELETE /api/accounts/:id`: who has an account here. For operators. Needs `authenticate` before it. */
export function accountsRoutes({ directory, audit }: AccountsDeps): Hono {
  const app = new Hono()

  app.get('/api/accounts', requireUser(), requireOperator(), async c => {
    await traceLook(c, audit, 'accounts_read')
    return c.json(body())
  })

  app.patch('/api/accounts/:id', requireUser(), requireOperator(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const isOperator = form.fields['is_operator']
    if (typeof isOperator !== 'boolean') return invalidFields(c, { is_operator: 'Send true or false.' })
    const user = find(c)
    if (user === undefined) return unknown(c)
    const action = isOperator ? 'operator_made' : 'operator_unmade'
    await trace(c, audit, action, { subject: user.email })
    return answer(c, await directory.setOperator(user.id, isOperator))
  })

  app.delete('/api/accounts/:id', requireUser(), requireOperator(), async c => {
    const user = find(c)
    if (user === undefined) return unknown(c)
    if (user.id === userOf(c).id) {
      return failed(c, 409, 'This is your own account. Let another operator remove it.')
    }
    await trace(c, audit, 'account_removed', { subject: user.email })
    return answer(c, await directory.removeUser(user.id))
  })

  function find(c: Context): User | undefined {
    return directory.users().find(({ id }) => id === c.req.param('id'))
  }

  function answer(c: Context, change: AccountChange): Response {
    switch (change) {
      case 'done':
        return c.json(body())
      case 'unknown':
        return unknown(c)
      case 'last_operator':
        return failed(
          c,
          409,
          'Nobody would be left who runs this installation. Make somebody else an operator first.',
        )
    }
  }

  function body(): AccountsBody {
    const sites = directory.sites().map(site => ({ site, members: directory.membersOf(site) }))
    const accounts = directory.users().map(user => ({
      id: user.id,
      email: user.email,
      is_operator: user.isOperator,
      has_second_factor: user.secondFactor !== undefined,
      created_at: new Date(user.createdAtSeconds * 1_000).toISOString(),
      sites: sites.flatMap(({ site, members }) => {
        const member = members.find(one => one.user.id === user.id)
        return member === undefined ? [] : [{ domain: site.domain, role: member.role }]
      }),
    }))
    return { accounts: accounts.toSorted((a, b) => (a.email < b.email ? -1 : 1)) }
  }
  return app
}

function unknown(c: Context): Response {
  return failed(c, 404, 'There is no such account any more.')
}

function failed(c: Context, status: 400 | 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
