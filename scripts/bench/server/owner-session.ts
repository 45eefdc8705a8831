/** The API as the owner's dashboard calls it. */
export interface OwnerSession {
  addSite(domain: string, timezone: string): Promise<void>
  /** Events that are accepted and not known to be stored. */
  journalDepth(domain: string): Promise<number>
  /** Asks `POST /api/v2/query` and reads the whole answer; its status. Throws when the question itself is wrong. */
  ask(question: object): Promise<number>
}

/** Creates the owner with the token of the set-up link and stays signed in. Throws when that is refused. */
export async function openOwnerSession(address: string, setupToken: string): Promise<OwnerSession> {
  let cookie = ''

  function call(path: string, body?: object): Promise<Response> {
    return fetch(`${address}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, origin: address, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  const created = await call('/api/setup', {
    token: setupToken,
    email: 'bench@hanki.example',
    password: 'a password that only the bench has',
  })
  if (created.status !== 201) throw new Error(`The owner was refused: ${await created.text()}`)
  cookie = (created.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''

  return {
    async addSite(domain, timezone) {
      const answer = await call('/api/sites', { domain, timezone })
      if (answer.status !== 201) throw new Error(`The site was refused: ${await answer.text()}`)
    },
    async journalDepth(domain) {
      const answer = await call(`/api/sites/${domain}/status`)
      const body: unknown = await answer.json()
      if (typeof body !== 'object' || body === null || !('journal_depth' in body)) {
        throw new Error(`The site's status was refused with ${answer.status}`)
      }
      return Number(body.journal_depth)
    },
    async ask(question) {
      const answer = await call('/api/v2/query', question)
      const text = await answer.text()
      if (answer.status === 400) throw new Error(`The question is refused: ${text}`)
      return answer.status
    },
  }
}
