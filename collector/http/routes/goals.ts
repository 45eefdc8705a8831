import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
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

/** `GET`, `PUT` and `DELETE /api/sites/:domain/goals`: what an owner wants visitors to do. For people and for keys that may manage sites. Needs `authenticate` before it. */
export function goalsRoutes({ directory, audit }: GoalsDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/goals', c => {
    const site = siteFor(c, 'see_site')
    return site instanceof Response ? site : c.json(toBody(site))
  })

  app.put('/api/sites/:domain/goals', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_goals')
    if (site instanceof Response) return site
    const body: unknown = await c.req.json().catch(() => undefined)
    const parsed = parseGoal(body)
    if (!parsed.ok) {
      const error = 'The goal is wrong; nothing was changed.'
      return c.json({ error, errors: parsed.errors } satisfies SettingsErrorsBody, 400)
    }
    const { goal } = parsed
    if (isNew(site, goal) && site.goals.length >= MAX_GOALS) {
      return failed(c, 409, `A site may have ${MAX_GOALS} goals. Remove one first.`)
    }
    await trace(c, audit, 'goal_saved', { site, subject: goal.displayName })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      goals: withGoal(stored, goal),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })

  app.delete('/api/sites/:domain/goals/:name', async c => {
    const site = siteFor(c, 'edit_goals')
    if (site instanceof Response) return site
    const name = c.req.param('name')
    if (!site.goals.some(({ displayName }) => displayName === name)) return unknown(c)
    await trace(c, audit, 'goal_removed', { site, subject: name })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      goals: stored.goals.filter(({ displayName }) => displayName !== name),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })
  return app
}

function isNew({ goals }: Site, { displayName }: Goal): boolean {
  return !goals.some(known => known.displayName === displayName)
}

/** A goal of a name that is there takes its place. */
function withGoal({ goals }: Site, goal: Goal): readonly Goal[] {
  const place = goals.findIndex(({ displayName }) => displayName === goal.displayName)
  return place < 0 ? [...goals, goal] : goals.with(place, goal)
}

function toBody(site: Site): GoalsBody {
  return { goals: site.goals.map(toGoalBody) }
}

function unknown(c: Context): Response {
  return failed(c, 404, 'The site has no goal of this name.')
}

function failed(c: Context, status: 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
