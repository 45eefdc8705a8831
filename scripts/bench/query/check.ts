import type { ClickHouseClient } from '@clickhouse/client'
import type { QueryResultBody } from '../../../collector/http/contract.ts'
import { askHanki, askPlain, unlessTooLarge } from './measure.ts'
import { plainLoadOf } from './plain-questions.ts'
import { LOOKS, loadOf } from './questions.ts'

/** What approximate distinct counts may be off by. */
const MOST_DIFFERENCE = 0.03

/** Both ways must count the same, but for approximation: the greatest relative difference of visitors. Throws when it is too great. */
export async function checkAnswers(
  ask: { readonly address: string; readonly key: string; readonly domain: string; readonly siteId: number },
  client: ClickHouseClient,
): Promise<number> {
  let greatest = 0
  for (const look of LOOKS) {
    const [figures] = loadOf(ask.domain, look).figuresAndSeries
    const [plain] = plainLoadOf(ask.siteId, look).figuresAndSeries
    if (figures === undefined || plain === undefined) throw new Error('A load asks for figures first')
    const ours = visitorsOf(await askHanki(ask.address, ask.key, figures))
    const rows = await unlessTooLarge(askPlain(client, plain))
    if (rows === undefined) continue
    const theirs = Number(rows[0]?.['visitors'])
    const difference = Math.abs(ours - theirs) / Math.max(1, theirs)
    greatest = Math.max(greatest, difference)
    if (difference > MOST_DIFFERENCE) {
      throw new Error(
        `Visitors of ${look.period}, filters ${look.filters}: Hanki counts ${ours}, the plain way ${theirs}`,
      )
    }
  }
  return greatest
}

function visitorsOf(answer: QueryResultBody): number {
  const [visitors] = answer.results[0]?.metrics ?? []
  return typeof visitors === 'number' ? visitors : 0
}
