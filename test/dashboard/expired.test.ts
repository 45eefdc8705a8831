import { render } from 'svelte/server'
import { describe, expect, test } from 'vitest'
import type { QueryResultBody } from '../../collector/http/contract.ts'
import Expired from '../../dashboard/src/parts/Expired.svelte'

function answer(expiredBefore?: string): QueryResultBody {
  return {
    results: [],
    meta: {
      exact: true,
      read: [],
      ...(expiredBefore === undefined ? {} : { expired_before: expiredBefore }),
    },
    query: {},
  }
}

describe('Expired', () => {
  test('says which days are missing because their events have expired', () => {
    expect(render(Expired, { props: { data: answer('2025-10-29') } }).body).toContain(
      'Days before 29 Oct 2025 are missing here',
    )
  })

  test('says nothing where nothing is missing', () => {
    expect(render(Expired, { props: { data: answer() } }).body).not.toContain('missing')
    expect(render(Expired, { props: { data: undefined } }).body).not.toContain('missing')
  })
})
