import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { PasskeyError } from './passkey-error.ts'
import { WORDS } from './wording.ts'

/** How well passkeys can be used here and now. */
export type PasskeyState = 'usable' | 'elsewhere' | 'nowhere' | 'unknown'

/** Whether this browser, at this address, can use the passkeys of a Hanki that is reached at `origin`. */
export function passkeyState(origin: string | null): PasskeyState {
  if (origin === null) return 'nowhere'
  if (origin !== location.origin) return 'elsewhere'
  return 'PublicKeyCredential' in window ? 'usable' : 'unknown'
}

/** Whether this browser, at this address, can put a question to a passkey. */
export function canAsk(options: PublicKeyCredentialRequestOptionsJSON | null): boolean {
  return options?.rpId === location.hostname && 'PublicKeyCredential' in window
}

/** Has a person show a passkey. Throws `PasskeyError`. */
export function showPasskey(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
): Promise<AuthenticationResponseJSON> {
  return attempt(({ startAuthentication }) => startAuthentication({ optionsJSON }))
}

/** Has a device make a passkey. Throws `PasskeyError`. */
export function makePasskey(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  return attempt(({ startRegistration }) => startRegistration({ optionsJSON }))
}

/**
 * Lets the browser offer passkeys where the e-mail address is typed, and waits until one is picked. Undefined when another
 * ceremony or `endOffer` ends the wait, and where the browser cannot do this.
 */
export async function offerPasskeys(
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON>,
): Promise<AuthenticationResponseJSON | undefined> {
  try {
    const { browserSupportsWebAuthnAutofill, startAuthentication } = await load()
    if (!(await browserSupportsWebAuthnAutofill())) return undefined
    return await startAuthentication({ optionsJSON: await ask(), useBrowserAutofill: true })
  } catch {
    // Nobody asked for it: the page is as good without.
    return undefined
  }
}

/** Ends the wait of `offerPasskeys`. */
export async function endOffer(): Promise<void> {
  const { WebAuthnAbortService } = await load()
  WebAuthnAbortService.cancelCeremony()
}

type Library = typeof import('@simplewebauthn/browser')

/** Only whoever meets passkeys downloads it. */
function load(): Promise<Library> {
  return import('@simplewebauthn/browser')
}

async function attempt<T>(ceremony: (library: Library) => Promise<T>): Promise<T> {
  const library = await load()
  try {
    return await ceremony(library)
  } catch (cause) {
    const words =
      cause instanceof library.WebAuthnError && cause.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
        ? WORDS.passkeyThere
        : isRefusal(cause)
          ? WORDS.passkeyNotShown
          : WORDS.passkeyFailed
    throw new PasskeyError(words, { cause })
  }
}

/** Browsers tell neither whether there was a passkey nor why none was used. */
function isRefusal(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {}
  return [error, cause].some(
    one => one instanceof Error && ['NotAllowedError', 'AbortError'].includes(one.name),
  )
}
