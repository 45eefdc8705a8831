import { findCards } from './card.ts'
import { findEmails } from './email.ts'
import { findIbans } from './iban.ts'
import { findPersonalIdentityCodes } from './personal-identity-code.ts'
import { findPhones } from './phone.ts'
import { originOf, readable } from './readable.ts'
import { type Signs, signsOf } from './signs.ts'
import type { Span } from './span.ts'

/** What may not be kept: see `4-privacy.md`, rules of the code. Each has its own file with its rule and its accidents. */
export const PERSONAL_DATA_KINDS = ['email', 'phone', 'personal_identity_code', 'iban', 'card'] as const

export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

/** A text without what was found in it. */
export interface ScreenedText {
  readonly text: string
  /** Each kind once. */
  readonly found: readonly PersonalDataKind[]
}

interface Find extends Span {
  readonly kind: PersonalDataKind
}

interface Finder {
  readonly kind: PersonalDataKind
  readonly needs: keyof Signs
  readonly find: (text: string, key?: string) => readonly Span[]
}

/** The surest first: of two that begin at one place the earlier one is believed. */
const FINDERS: readonly Finder[] = [
  { kind: 'email', needs: 'at', find: findEmails },
  { kind: 'iban', needs: 'digits', find: findIbans },
  { kind: 'personal_identity_code', needs: 'digits', find: findPersonalIdentityCodes },
  { kind: 'card', needs: 'digits', find: findCards },
  { kind: 'phone', needs: 'digits', find: findPhones },
]
const NOTHING: readonly PersonalDataKind[] = []
/** What is taken out can lay bare something else, once; more often only in texts that were made for it. */
const MAX_PASSES = 4

/**
 * The surest kind of personal data that a text holds, also percent-encoded; undefined when there is none. `key` is the
 * name of the parameter or property whose value it is, if it is one: it can say that a bare number is a phone's.
 */
export function findPersonalData(text: string, key?: string): PersonalDataKind | undefined {
  const signs = signsOf(text)
  if (!signs.at && !signs.digits) return undefined
  const read = readable(text).text
  return FINDERS.find(({ needs, find }) => signs[needs] && find(read, key).length > 0)?.kind
}

/** The text with `[email]`, `[phone]` … in the place of each find; in the result nothing is found. `key` as above. */
export function withoutPersonalData(text: string, key?: string): ScreenedText {
  /** Made when something is found: in nearly every text there is nothing. */
  let found: Set<PersonalDataKind> | undefined
  let screened = text
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const finds = findAll(screened, key)
    if (finds.length === 0) return { text: screened, found: found === undefined ? NOTHING : [...found] }
    found ??= new Set()
    for (const { kind } of finds) found.add(kind)
    screened = withPlaceholders(screened, finds)
  }
  const left = findPersonalData(screened, key)
  return { text: left === undefined ? screened : `[${left}]`, found: [...(found ?? NOTHING)] }
}

/** Where the original text holds what, by place, without overlaps. */
function findAll(text: string, key: string | undefined): readonly Find[] {
  const signs = signsOf(text)
  if (!signs.at && !signs.digits) return []
  const read = readable(text)
  const finds: Find[] = []
  for (const { kind, needs, find } of FINDERS) {
    if (!signs[needs]) continue
    for (const span of find(read.text, key)) finds.push({ kind, ...originOf(read, span) })
  }
  return finds.length > 1 ? withoutOverlaps(finds) : finds
}

/** The one that begins first is believed, and covers both. Sorting is stable: of two that begin at one place the surer is first. */
function withoutOverlaps(finds: readonly Find[]): readonly Find[] {
  const kept: Find[] = []
  for (const find of finds.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (last === undefined || find.start >= last.end) kept.push(find)
    else if (find.end > last.end) kept[kept.length - 1] = { ...last, end: find.end }
  }
  return kept
}

function withPlaceholders(text: string, finds: readonly Find[]): string {
  let screened = ''
  let done = 0
  for (const { kind, start, end } of finds) {
    screened += `${text.slice(done, start)}[${kind}]`
    done = end
  }
  return screened + text.slice(done)
}
