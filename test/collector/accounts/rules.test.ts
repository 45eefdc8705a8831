import { describe, expect, it } from 'vitest'
import { parseScopes } from '../../../collector/accounts/api-keys.ts'
import { parseEmail } from '../../../collector/accounts/email.ts'
import { parseSiteTimezone } from '../../../collector/accounts/site-timezone.ts'

describe('parseSiteTimezone', () => {
  it.each([
    ['Europe/Helsinki', 'Europe/Helsinki', 'the plain case'],
    [' europe/helsinki ', 'Europe/Helsinki', 'ClickHouse minds capitals'],
    ['utc', 'UTC', 'the same without a slash'],
    ['Europe/Kyiv', 'Europe/Kyiv', 'the newer name of a zone is kept'],
  ])('reads %j as %s: %s', (typed, timezone) => {
    expect(parseSiteTimezone(typed)).toEqual({ ok: true, value: timezone })
  })

  it.each([[''], ['Mars/Olympus'], ['+02:00'], [7], [null], ['Europe/Helsinki\u0000'], ['x'.repeat(10_000)]])(
    'refuses what cannot be one, case %#',
    typed => {
      expect(parseSiteTimezone(typed).ok).toBe(false)
    },
  )
})

describe('parseEmail', () => {
  it.each([
    [' Owner@Example.COM ', 'owner@example.com', 'capitals do not matter'],
    ['a+b@c.fi', 'a+b@c.fi', 'a tag'],
    ['admin@localhost', 'admin@localhost', 'a host of the local network'],
  ])('reads %j as %s: %s', (typed, email) => {
    expect(parseEmail(typed)).toEqual({ ok: true, value: email })
  })

  it.each([
    [''],
    ['owner'],
    ['a@b@c'],
    ['a b@c.fi'],
    ['a\u0000@b.fi'],
    ['\ud800@b.fi'],
    [`${'a'.repeat(300)}@b.fi`],
    [1],
    [[]],
  ])('refuses what cannot be one, case %#', typed => {
    expect(parseEmail(typed).ok).toBe(false)
  })
})

describe('parseScopes', () => {
  it('reads a list in one order, each scope once', () => {
    expect(parseScopes(['events:import', 'stats:read', 'stats:read'])).toEqual({
      ok: true,
      value: ['stats:read', 'events:import'],
    })
  })

  it('names an unknown scope and the known ones', () => {
    expect(parseScopes(['stats:read', 'stats:write'])).toEqual({
      ok: false,
      error:
        'There is no scope "stats:write". Scopes are stats:read, events:write, events:import, sites:manage.',
    })
  })

  it('wants at least one scope', () => {
    expect(parseScopes(' , ')).toMatchObject({ ok: false, error: expect.stringMatching(/at least one/) })
  })
})
