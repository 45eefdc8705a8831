import type { Context, MiddlewareHandler } from 'hono'
import type { OidcProvider } from '../oidc/oidc-provider.ts'
import type { ErrorBody } from './contract.ts'

/** How people sign in here, besides with a password. */
export interface ProviderRule {
  /** Undefined: with a password only. */
  readonly oidc: OidcProvider | undefined
}

/** Answers 403 where nobody signs in with a password. */
export function refusePasswords({ oidc }: ProviderRule): MiddlewareHandler {
  return async function refusePasswordsMiddleware(c, next) {
    return oidc?.isOnly === true ? passwordsAreOff(c, oidc) : next()
  }
}

/** Answers 403 where nobody signs in with a passkey alone: whom the provider lets in no more must not get past it. */
export function refusePasskeysAlone({ oidc }: ProviderRule): MiddlewareHandler {
  return async function refusePasskeysAloneMiddleware(c, next) {
    if (oidc?.isOnly !== true) return next()
    const error = `A passkey alone does not sign in here. Sign in with ${oidc.name}.`
    return c.json({ error } satisfies ErrorBody, 403)
  }
}

/** 403 with the way in. */
export function passwordsAreOff(c: Context, { name }: Pick<OidcProvider, 'name'>): Response {
  return c.json({ error: `Passwords are turned off here. Sign in with ${name}.` } satisfies ErrorBody, 403)
}
