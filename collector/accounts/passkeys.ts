import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Passkey, User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import {
  type AddedFactor,
  passkeysOf,
  withChangedPasskey,
  withoutPasskey,
  withPasskey,
} from './factor-changes.ts'
import {
  type ChallengePurpose,
  type ChallengeState,
  openPasskeyChallenges,
  type PasskeyChallenges,
} from './passkey-challenges.ts'
import { creationOptions, requestOptions, userHandle } from './passkey-options.ts'
import { type Assertion, parseAssertion, verifyAssertion, verifyNewKey } from './passkey-verification.ts'
import type { RelyingParty } from './relying-party.ts'
import { tokenHash } from './tokens.ts'

/** Passkeys that one person may have. */
export const MAX_PASSKEYS = 20

/** What became of an answer that a passkey gave. */
export type PasskeyAnswer =
  | { readonly status: 'fits'; readonly user: User; readonly passkey: Passkey }
  /** It was right, but the challenge was used or has waited too long. */
  | { readonly status: 'over' }
  /** The signature is right, and somebody else has signed with the same key since (Web Authentication 2, 7.2, step 21). */
  | { readonly status: 'copied'; readonly user: User; readonly passkey: Passkey }
  /** Not a passkey of this installation or person, or not its signature. */
  | { readonly status: 'wrong' }

/** What became of a new passkey. */
export type NewPasskey =
  | ({ readonly status: 'added'; readonly passkey: Passkey } & AddedFactor)
  | { readonly status: 'over' | 'wrong' | 'taken' | 'too_many' }

/** Passkeys (Web Authentication) that verify who holds them: alone they sign in, and they are a second factor. */
export interface Passkeys {
  /** Where they work; undefined: browsers make none for this installation. */
  place(): RelyingParty | undefined
  /** To sign in with any passkey. The same for everybody; undefined where there is no place for them. */
  askAnyone(): PublicKeyCredentialRequestOptionsJSON | undefined
  /** To show one of a person's passkeys as second factor; undefined when there is none, or no place. */
  ask(user: User): PublicKeyCredentialRequestOptionsJSON | undefined
  /** To make a new one, for somebody who has just shown who they are. Undefined where there is no place. */
  askForNew(user: User): PublicKeyCredentialCreationOptionsJSON | undefined
  /** Takes what the browser answered to `askForNew`. */
  add(user: User, response: unknown, name: string): Promise<NewPasskey>
  /** Takes what the browser answered to `askAnyone`. Each answer fits once. */
  answer(response: unknown): Promise<PasskeyAnswer>
  /** Takes what the browser answered to `ask`. */
  answerOf(user: User, response: unknown): Promise<PasskeyAnswer>
  /** The account with a passkey of another name. */
  rename(user: User, passkey: Passkey, name: string): Promise<User>
  /** The account without a passkey. */
  remove(user: User, passkey: Passkey): Promise<User>
}

export interface PasskeysDeps {
  readonly directory: Pick<Directory, 'changeUser' | 'userByPasskey'>
  /** Asked again each time: a port may be known only once Hanki listens. */
  readonly relyingParty: () => RelyingParty | undefined
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** Told of a passkey that somebody seems to have a copy of. */
  readonly onCopied: (user: User, passkey: Passkey) => void
}

/** Passkeys with challenges of their own; a restart makes those worthless that wait. */
export function openPasskeys({ directory, relyingParty, nowSeconds, onCopied }: PasskeysDeps): Passkeys {
  const challenges = openPasskeyChallenges(nowSeconds)

  /** The person's passkey, if this is its answer to a challenge of this purpose. */
  async function check(
    response: Assertion,
    owner: User,
    passkey: Passkey,
    purpose: ChallengePurpose,
  ): Promise<PasskeyAnswer> {
    const place = relyingParty()
    if (place === undefined) return { status: 'wrong' }
    const asked = openAsked(challenges, purpose)
    const signCount = await verifyAssertion(response, passkey, { place, isChallenge: asked.isChallenge })
    if (asked.state() === 'over') return { status: 'over' }
    if (signCount === undefined) return { status: 'wrong' }
    if (!asked.spend()) return { status: 'over' }
    return use(owner, passkey, signCount)
  }

  /** As it is stored at this moment: of two answers with one count only the first is good. */
  async function use(owner: User, { credentialId }: Passkey, signCount: number): Promise<PasskeyAnswer> {
    let answer: PasskeyAnswer = { status: 'wrong' }
    await directory.changeUser(owner.id, user => {
      const passkey = passkeysOf(user).find(one => one.credentialId === credentialId)
      if (passkey === undefined) return user
      // Devices that do not count always say 0.
      if ((signCount > 0 || passkey.signCount > 0) && signCount <= passkey.signCount) {
        answer = { status: 'copied', user, passkey }
        return user
      }
      const lastUsedOn = new Date(nowSeconds() * 1_000).toISOString().slice(0, 10)
      const changed = withChangedPasskey(user, { ...passkey, signCount, lastUsedOn })
      answer = { status: 'fits', user: changed, passkey }
      return changed
    })
    // TypeScript does not see that the function above was called.
    const result = answer as PasskeyAnswer
    if (result.status === 'copied') onCopied(result.user, result.passkey)
    return result
  }

  return {
    place: relyingParty,

    askAnyone() {
      const place = relyingParty()
      return place && requestOptions(place, challenges.make({ kind: 'sign_in' }), [])
    },

    ask(user) {
      const place = relyingParty()
      const passkeys = passkeysOf(user)
      if (place === undefined || passkeys.length === 0) return undefined
      return requestOptions(place, challenges.make({ kind: 'second_factor', userId: user.id }), passkeys)
    },

    askForNew(user) {
      const place = relyingParty()
      return place && creationOptions(place, challenges.make({ kind: 'add', userId: user.id }), user)
    },

    async add(user, response, name) {
      const place = relyingParty()
      if (place === undefined) return { status: 'wrong' }
      const asked = openAsked(challenges, { kind: 'add', userId: user.id })
      const key = await verifyNewKey(response, { place, isChallenge: asked.isChallenge })
      if (asked.state() === 'over') return { status: 'over' }
      if (key === undefined) return { status: 'wrong' }
      if (!asked.spend()) return { status: 'over' }
      const passkey: Passkey = { ...key, name, createdAtSeconds: nowSeconds(), lastUsedOn: undefined }
      let result: NewPasskey = { status: 'wrong' }
      await directory.changeUser(user.id, stored => {
        // A key that names another's could keep that one from signing in.
        const isTaken = directory.userByPasskey(key.credentialId) !== undefined
        const isFull = passkeysOf(stored).length >= MAX_PASSKEYS
        if (isTaken || isFull) {
          result = { status: isTaken ? 'taken' : 'too_many' }
          return stored
        }
        const added = withPasskey(stored, passkey)
        result = { status: 'added', passkey, ...added }
        return added.user
      })
      return result
    },

    async answer(response) {
      const parsed = parseAssertion(response)
      const owner = directory.userByPasskey(parsed?.id ?? '')
      const passkey = owner && findPasskey(owner, parsed?.id)
      if (parsed === undefined || owner === undefined || passkey === undefined) return { status: 'wrong' }
      if (parsed.response.userHandle !== userHandle(owner)) return { status: 'wrong' }
      return check(parsed, owner, passkey, { kind: 'sign_in' })
    },

    async answerOf(user, response) {
      const parsed = parseAssertion(response)
      const passkey = findPasskey(user, parsed?.id)
      if (parsed === undefined || passkey === undefined) return { status: 'wrong' }
      const { userHandle: handle = userHandle(user) } = parsed.response
      if (handle !== userHandle(user)) return { status: 'wrong' }
      return check(parsed, user, passkey, { kind: 'second_factor', userId: user.id })
    },

    async rename(user, { credentialId }, name) {
      const changed = await directory.changeUser(user.id, stored => {
        const passkey = findPasskey(stored, credentialId)
        return passkey === undefined ? stored : withChangedPasskey(stored, { ...passkey, name })
      })
      return changed ?? user
    },

    async remove(user, { credentialId }) {
      const changed = await directory.changeUser(user.id, stored => withoutPasskey(stored, credentialId))
      return changed ?? user
    },
  }
}

/** Short public name of a passkey, for lists and for changing it. */
export function passkeyId({ credentialId }: Passkey): string {
  return tokenHash(credentialId).slice(0, 16)
}

function findPasskey(user: User, credentialId: string | undefined): Passkey | undefined {
  return passkeysOf(user).find(one => one.credentialId === credentialId)
}

/** Remembers which challenge an answer was given to, while it is verified. */
function openAsked(challenges: PasskeyChallenges, purpose: ChallengePurpose) {
  let signed = ''
  let state: ChallengeState = 'foreign'
  return {
    isChallenge(challenge: string): boolean {
      signed = challenge
      state = challenges.look(challenge, purpose)
      return state === 'good'
    },
    state: (): ChallengeState => state,
    spend: () => challenges.spend(signed),
  }
}
