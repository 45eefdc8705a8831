import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { funnelsWithGoal, withRenamedGoal } from '../../core/funnels/site-funnels.ts'
import type { Goal } from '../../core/goals/goal.ts'
import { parseGoal, toGoalBody } from '../../core/goals/goal-body.ts'
import type { Site } from '../../core/ports.ts'
import { noSuchSite, siteFor } from '../authenticate.ts'
import type { ErrorBody, GoalsBody, SettingsErrorsBody } from '../contract.ts'
import { formBodyLimit } from '../form-body.ts'
import { trace } from '../trace.ts'

/** Goals of one site at most. */
const MAX_GOALS = 200

export interface GoalsDeps {
  readonly directory: Pick<Directory, 'changeSite'>
  readonly audit: AuditLog
}

/**
 * `GET`, `PUT` and `DELETE /api/sites/:domain/goals`, and `PUT` of one by its name, which may get another: what an owner wants visitors to do. For people and
 * for keys that may manage sites. Needs `authenticate` before it.
 */
export function goalsRoutes({ directory, audit }: GoalsDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/goals', c => {
    const site = siteFor(c, 'see_site')
    return site instanceof Response ? site : c.json(toBody(site))
  })

  app.put('/api/sites/:domain/goals', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_goals')
    if (site instanceof Response) return site
    const parsed = parseGoal(await c.req.json().catch(() => undefined))
    if (!parsed.ok) return wrong(c, parsed.errors)
    const { goal } = parsed
    if (!isThere(site, goal.displayName) && site.goals.length >= MAX_GOALS) {
      return failed(c, 409, `A site may have ${MAX_GOALS} goals. Remove one first.`)
    }
    await trace(c, audit, 'goal_saved', { site, subject: goal.displayName })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      goals: withGoal(stored, goal),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })

  app.put('/api/sites/:domain/goals/:name', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_goals')
    if (site instanceof Response) return site
    const name = c.req.param('name')
    if (!isThere(site, name)) return unknown(c)
    const parsed = parseGoal(await c.req.json().catch(() => undefined))
    if (!parsed.ok) return wrong(c, parsed.errors)
    const { goal } = parsed
    if (goal.displayName !== name && isThere(site, goal.displayName)) {
      return wrong(c, { display_name: ['is the name of another goal'] })
    }
    await trace(c, audit, 'goal_saved', { site, subject: goal.displayName })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      goals: stored.goals.map(known => (known.displayName === name ? goal : known)),
      funnels: withRenamedGoal(stored.funnels, name, goal.displayName),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })

  app.delete('/api/sites/:domain/goals/:name', async c => {
    const site = siteFor(c, 'edit_goals')
    if (site instanceof Response) return site
    const name = c.req.param('name')
    if (!isThere(site, name)) return unknown(c)
    const [funnel] = funnelsWithGoal(site.funnels, name)
    if (funnel !== undefined) {
      return failed(c, 409, `The funnel "${funnel.name}" has this goal as a step. Change the funnel first.`)
    }
    await trace(c, audit, 'goal_removed', { site, subject: name })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      goals: stored.goals.filter(({ displayName }) => displayName !== name),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })
  return app
}

function isThere({ goals }: Site, name: string): boolean {
  return goals.some(({ displayName }) => displayName === name)
}

/** A goal of a name that is there takes its place. */
function withGoal({ goals }: Site, goal: Goal): readonly Goal[] {
  const place = goals.findIndex(({ displayName }) => displayName === goal.displayName)
  return place < 0 ? [...goals, goal] : goals.with(place, goal)
}

function toBody(site: Site): GoalsBody {
  return { goals: site.goals.map(toGoalBody) }
}

function wrong(c: Context, errors: SettingsErrorsBody['errors']): Response {
  return c.json(
    { error: 'The goal is wrong; nothing was changed.', errors } satisfies SettingsErrorsBody,
    400,
  )
}

function unknown(c: Context): Response {
  return failed(c, 404, 'The site has no goal of this name.')
}

function failed(c: Context, status: 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
