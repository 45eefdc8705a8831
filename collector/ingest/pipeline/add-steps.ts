import { acquisition } from '../../core/acquisition/acquisition.ts'
import type { Acquisition } from '../../core/event/analytics-event.ts'
import { ENGAGEMENT } from '../../core/event/payload.ts'
import { type Draft, type Drop, type PipelineTools, required } from './draft.ts'
import { rulesOf } from './site-rules.ts'
import { keepText, noteScreened } from './values.ts'

export function addPage(draft: Draft, tools: PipelineTools): undefined {
  const { url } = draft.payload
  const page = rulesOf(draft.site).pageOf(url)
  if (page.includes('[')) noteScreened(draft, tools, url.path, page)
  draft.page = page
}

export function addVisitor(draft: Draft): undefined {
  draft.visitorIds = draft.sender.visitorIds(draft.keys, draft.site.settings.precision)
}

/** The visitor's open visit; else a new one, and only then is it asked where it comes from. Engagement alone never starts one. */
export function addVisit(draft: Draft, tools: PipelineTools): Drop | undefined {
  const { site, payload, seconds, keys, sender, visits } = draft
  const { current } = required(draft, 'visitorIds')
  const open = visits.find(site.id, current, seconds)
  if (open !== undefined) {
    draft.visit = open
    return undefined
  }
  if (payload.name === ENGAGEMENT) return { reason: 'no_visit_for_engagement', name: '' }
  draft.visit = visits.start(site.id, current, {
    day: keys.current.day,
    acquisition: inheritedAcquisition(draft) ?? ownAcquisition(draft, tools),
    client: sender.client(),
    place: sender.place(),
    lastSeconds: seconds,
  })
  return undefined
}

/** Where the event itself says it came from; only the first one of a visit is asked. */
function ownAcquisition(draft: Draft, tools: PipelineTools): Acquisition {
  const { payload, site } = draft
  const referrer = site.settings.referrer === 'none' ? '' : payload.referrer
  const found = acquisition(payload.url.parameters, referrer, site.domain)
  const keep = (dimension: string, value: string): string => keepText(draft, tools, dimension, value)
  return {
    source: keep('source', found.source),
    channel: found.channel,
    referrer: keep('referrer', found.referrer),
    utmSource: keep('utm_source', found.utmSource),
    utmMedium: keep('utm_medium', found.utmMedium),
    utmCampaign: keep('utm_campaign', found.utmCampaign),
    utmContent: keep('utm_content', found.utmContent),
    utmTerm: keep('utm_term', found.utmTerm),
  }
}

/** What continues after midnight is a new visit under a new id; only where it came from is carried over, in memory. */
function inheritedAcquisition({ site, visits, seconds, visitorIds }: Draft): Acquisition | undefined {
  const previous = visitorIds?.previous
  return previous && visits.find(site.id, previous, seconds)?.acquisition
}
