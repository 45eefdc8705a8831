import { at, basePath } from './base-path.ts'

/** Who looks through a link is nobody: no session is asked for there. */
const SHARED = /^\/(?:share|embed)(?:\/|$)/

let session: Promise<Response> | undefined

/** Asks who is signed in while most of the page's script is still on its way; `takeEarlySession` gives the answer. */
export function askEarly(): void {
  if (SHARED.test(location.pathname.slice(basePath().length))) return
  session = readWhole('/api/session')
  // Whoever takes the answer asks again when there is none; nobody may.
  session.catch(() => undefined)
}

/** The answer of `GET /api/session` that was asked for early, once; undefined where it was not. Rejects like `fetch`. */
export function takeEarlySession(): Promise<Response> | undefined {
  const answer = session
  session = undefined
  return answer
}

/** The body is read here and now, not when somebody gets round to it. */
async function readWhole(path: string): Promise<Response> {
  const response = await fetch(at(path), { cache: 'no-store' })
  return new Response(await response.text(), response)
}
