import { chooseNetwork } from '../../demo/networks.ts'
import type { Random } from '../../demo/random.ts'
import { BENCH_SITES, type BenchSite } from './sites.ts'
import { chooseUserAgent } from './user-agents.ts'

/** Somebody with a browser who visits one site. */
export interface Person {
  readonly site: BenchSite
  readonly address: string
  readonly acceptLanguage: string
  readonly userAgent: string
}

export function choosePerson(random: Random): Person {
  return { site: random.oneOf(BENCH_SITES), userAgent: chooseUserAgent(random), ...chooseNetwork(random) }
}
