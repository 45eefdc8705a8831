import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import {
  MAX_ANNOTATIONS,
  parseAnnotation,
  withAnnotation,
  withChangedAnnotation,
  withoutAnnotation,
} from '../../core/annotations/site-annotations.ts'
import type { Site } from '../../core/ports.ts'
import { noSuchSite, siteFor } from '../authenticate.ts'
import type { AnnotationsBody, ErrorBody, SettingsErrorsBody } from '../contract.ts'
import { formBodyLimit } from '../form-body.ts'
import { trace } from '../trace.ts'

export interface AnnotationsDeps {
  readonly directory: Pick<Directory, 'changeSite'>
  readonly audit: AuditLog
}

/**
 * `GET`, `POST`, `PUT` and `DELETE /api/sites/:domain/annotations`: notes about days. For people, and for keys that may
 * manage sites; not for who looks through a link. Needs `authenticate` before it.
 */
export function annotationsRoutes({ directory, audit }: AnnotationsDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/annotations', c => {
    const site = siteFor(c, 'see_annotations')
    return site instanceof Response ? site : c.json(toBody(site))
  })

  app.post('/api/sites/:domain/annotations', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_annotations')
    if (site instanceof Response) return site
    const parsed = parseAnnotation(await c.req.json().catch(() => undefined))
    if (!parsed.ok) return wrong(c, parsed.errors)
    if (site.annotations.list.length >= MAX_ANNOTATIONS) {
      return failed(c, 409, `A site may have ${MAX_ANNOTATIONS} annotations. Remove one first.`)
    }
    await trace(c, audit, 'annotation_saved', { site, subject: parsed.annotation.day })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      annotations: withAnnotation(stored.annotations, parsed.annotation),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed), 201)
  })

  app.put('/api/sites/:domain/annotations/:id{[0-9]+}', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_annotations')
    if (site instanceof Response) return site
    const id = Number(c.req.param('id'))
    if (!site.annotations.list.some(annotation => annotation.id === id)) return unknown(c)
    const parsed = parseAnnotation(await c.req.json().catch(() => undefined))
    if (!parsed.ok) return wrong(c, parsed.errors)
    await trace(c, audit, 'annotation_saved', { site, subject: parsed.annotation.day })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      annotations: withChangedAnnotation(stored.annotations, id, parsed.annotation),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })

  app.delete('/api/sites/:domain/annotations/:id{[0-9]+}', async c => {
    const site = siteFor(c, 'edit_annotations')
    if (site instanceof Response) return site
    const id = Number(c.req.param('id'))
    const removed = site.annotations.list.find(annotation => annotation.id === id)
    if (removed === undefined) return unknown(c)
    await trace(c, audit, 'annotation_removed', { site, subject: removed.day })
    const changed = await directory.changeSite(site.id, stored => ({
      ...stored,
      annotations: withoutAnnotation(stored.annotations, id),
    }))
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })
  return app
}

function toBody({ annotations }: Site): AnnotationsBody {
  return { annotations: annotations.list.map(({ id, day, text }) => ({ id, day, text })) }
}

function wrong(c: Context, errors: SettingsErrorsBody['errors']): Response {
  const body: SettingsErrorsBody = { error: 'The annotation is wrong; nothing was changed.', errors }
  return c.json(body, 400)
}

function unknown(c: Context): Response {
  return failed(c, 404, 'The site has no such annotation.')
}

function failed(c: Context, status: 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
