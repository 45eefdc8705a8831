import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { openInvitationLetters } from '../../accounts/invitation-letters.ts'
import { invitationId, newInvitation, roleToGive } from '../../accounts/invitations.ts'
import type { Member } from '../../accounts/members.ts'
import { mayGive, type Role } from '../../core/access/roles.ts'
import type { Invitation, Site, User } from '../../core/ports.ts'
import { invitationLetter } from '../../mail/invitation-letter.ts'
import type { Mail } from '../../mail/mail.ts'
import { requireUser, roleOn, siteFor, userOf } from '../authenticate.ts'
import type { ErrorBody, InvitationBody, NewInvitationBody, PeopleBody, PersonBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { trace, traceLook } from '../trace.ts'

export interface PeopleDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Undefined: Hanki sends no letters here. */
  readonly mail: Mail | undefined
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

const ONLY_OWNERS = 'Only owners change what owners are.'

/**
 * `GET /api/sites/:domain/people`, `PATCH` and `DELETE …/people/:id`, `POST …/invitations` and
 * `DELETE …/invitations/:id`: who may do what with a site. For admins; everybody may leave. Needs `authenticate` before it.
 */
export function peopleRoutes(deps: PeopleDeps): Hono {
  const { directory, audit, mail } = deps
  const mayWrite = openInvitationLetters(deps.nowSeconds)
  const app = new Hono()

  app.get('/api/sites/:domain/people', requireUser(), async c => {
    const site = siteFor(c, 'manage_people')
    if (site instanceof Response) return site
    await traceLook(c, audit, 'people_read', { site })
    return c.json(peopleBody(site))
  })

  app.patch('/api/sites/:domain/people/:id', requireUser(), formBodyLimit, async c => {
    const site = siteFor(c, 'manage_people')
    if (site instanceof Response) return site
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const role = roleToGive(roleOn(c, site), form.fields['role'])
    if (!role.ok) return invalidFields(c, { role: role.error })
    return changed(c, site, c.req.param('id'), role.value)
  })

  app.delete('/api/sites/:domain/people/:id', requireUser(), async c => {
    const id = c.req.param('id')
    const isSelf = userOf(c).id === id
    const site = siteFor(c, isSelf ? 'read_statistics' : 'manage_people')
    return site instanceof Response ? site : changed(c, site, id, undefined, isSelf)
  })

  app.post('/api/sites/:domain/invitations', requireUser(), formBodyLimit, async c => {
    const site = siteFor(c, 'manage_people')
    if (site instanceof Response) return site
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const { email, role } = form.fields
    const result = newInvitation(deps, site, userOf(c), { email, role })
    if (result.status === 'invalid') return invalidFields(c, result.errors)
    const { invitation, token } = result
    await trace(c, audit, 'invited', { site, subject: invitation.email, outcome: invitation.role })
    await directory.addInvitation(invitation)
    const body: NewInvitationBody = {
      invitation: invitationBody(invitation),
      token,
      mailed: writeTo(invitation, { site, inviter: userOf(c), token }),
    }
    return c.json(body, 201)
  })

  app.delete('/api/sites/:domain/invitations/:id', requireUser(), async c => {
    const site = siteFor(c, 'manage_people')
    if (site instanceof Response) return site
    const invitation = directory.invitationsOf(site).find(one => invitationId(one) === c.req.param('id'))
    if (invitation === undefined) return failed(c, 404, 'There is no such invitation any more.')
    await trace(c, audit, 'invitation_taken_back', { site, subject: invitation.email })
    await directory.removeInvitation(invitation)
    return c.json(peopleBody(site))
  })

  /** Gives a member another role, or takes the membership away. */
  async function changed(
    c: Context,
    site: Site,
    id: string,
    role: Role | undefined,
    isSelf = false,
  ): Promise<Response> {
    const member = directory.membersOf(site).find(({ user }) => user.id === id)
    if (member === undefined) return failed(c, 404, 'This person is no member of the site.')
    const mayChange = (present: Role): boolean => isSelf || mayGive(roleOn(c, site), present)
    if (!mayChange(member.role)) return failed(c, 403, ONLY_OWNERS)
    const subject = member.user.email
    if (isSelf) await trace(c, audit, 'left', { site })
    else if (role === undefined) await trace(c, audit, 'person_removed', { site, subject })
    else await trace(c, audit, 'role_changed', { site, subject, outcome: role })
    const change = await directory.changeMember(site, id, role, mayChange)
    if (change === 'forbidden') return failed(c, 403, ONLY_OWNERS)
    if (change === 'unknown') return failed(c, 404, 'This person is no member of the site.')
    if (change === 'last_owner') {
      return failed(c, 409, 'The site would have no owner. Make somebody else owner first.')
    }
    return isSelf ? c.body(null, 204) : c.json(peopleBody(site))
  }

  /** Has the link sent to whoever is invited, after the answer; false when no letter will be. */
  function writeTo(
    invitation: Invitation,
    about: { readonly site: Site; readonly inviter: User; readonly token: string },
  ): boolean {
    if (mail === undefined || !mayWrite(invitation)) return false
    const { email, role, expiresAtSeconds } = invitation
    const [site, inviter] = [about.site.domain, about.inviter.email]
    const { address } = mail
    return mail.send(email, () =>
      invitationLetter({ address, email, role, expiresAtSeconds, site, inviter, token: about.token }),
    )
  }

  function peopleBody(site: Site): PeopleBody {
    return {
      people: directory.membersOf(site).map(personBody),
      invitations: directory.invitationsOf(site).map(invitationBody),
    }
  }

  function invitationBody(invitation: Invitation): InvitationBody {
    const inviter = directory.users().find(({ id }) => id === invitation.invitedBy)
    return {
      id: invitationId(invitation),
      email: invitation.email,
      role: invitation.role,
      invited_by: inviter?.email ?? '',
      expires_at: new Date(invitation.expiresAtSeconds * 1_000).toISOString(),
    }
  }
  return app
}

function personBody({ user, role, sinceSeconds }: Member): PersonBody {
  return { id: user.id, email: user.email, role, since: new Date(sinceSeconds * 1_000).toISOString() }
}

function failed(c: Context, status: 400 | 403 | 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
