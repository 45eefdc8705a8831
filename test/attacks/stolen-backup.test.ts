import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPasswordReset } from '../../collector/accounts/password-resets.ts'
import type { NewInvitationBody, NewKeyBody } from '../../collector/http/contract.ts'
import { type AccountsApp, OWNER, openAccountsApp } from '../collector/http/accounts-app.ts'

let app: AccountsApp
beforeAll(async () => {
  app = await openAccountsApp()
})
afterAll(() => app.engine.close())

/** Every row of every table, as text: what somebody reads in a copy of the database. */
async function wholeDatabase(): Promise<string> {
  const ask = async (query: string): Promise<string> =>
    (await app.engine.client.query({ query, format: 'JSONEachRow' })).text()
  const tables = await ask('SELECT name FROM system.tables WHERE database = currentDatabase()')
  const names = tables
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).name as string)
  expect(names).toEqual(expect.arrayContaining(['users', 'sessions', 'api_keys', 'invitations', 'audit_log']))
  const rows = await Promise.all(names.map(name => ask(`SELECT * FROM \`${name}\``)))
  return rows.join('\n')
}

it('a copy of the database opens nothing: no password, session, key or link is in it', async () => {
  const setupToken = await app.setupToken()
  const answer = await app.send('POST', '/api/setup', { token: setupToken, ...OWNER })
  const [, session = ''] = /hanki_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
  const owner = { cookie: `hanki_session=${session}` }
  await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
  const site = '/api/sites/own.example'
  const made = await app.send('POST', `${site}/keys`, { scopes: ['stats:read'] }, owner)
  const { key }: NewKeyBody = await made.json()
  const invite = { email: 'maija@example.fi', role: 'viewer' }
  const invited = await app.send('POST', `${site}/invitations`, invite, owner)
  const { token: invitation }: NewInvitationBody = await invited.json()
  const user = app.directory.userByEmail(OWNER.email)
  if (user === undefined) throw new Error('the owner is missing')
  const reset = await createPasswordReset({ ...app, nowSeconds: () => app.clock.now }, user)

  const everything = await wholeDatabase()
  for (const secret of [OWNER.password, setupToken, session, key, invitation, reset]) {
    expect(secret.length).toBeGreaterThan(11)
    expect(everything).not.toContain(secret)
  }
  // What is there in their place.
  expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(everything).toContain(key.slice(0, 14))
})
