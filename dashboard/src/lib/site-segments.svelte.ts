import type { SegmentBody, SegmentsBody } from '../../../collector/http/contract.ts'
import { addSegment, changeSegment, readSegments, removeSegment } from './api.ts'
import { type FormFaults, NO_FAULTS, toFormFaults } from './forms.ts'
import { WORDS } from './wording.ts'

/** The segments of a site, as the collector knows them. */
export class SiteSegments {
  readonly #domain: string
  #list = $state.raw<readonly SegmentBody[]>()
  #isSettled = $state(false)
  #faults = $state.raw<FormFaults>(NO_FAULTS)

  constructor(domain: string) {
    this.#domain = domain
  }

  /** Undefined until the collector has told them. */
  get list(): readonly SegmentBody[] | undefined {
    return this.#list
  }

  /** True once the collector has told them, or could not. */
  get isSettled(): boolean {
    return this.#isSettled
  }

  /** Why the last change did not work. */
  get faults(): FormFaults {
    return this.#faults
  }

  /** Undefined when there is none of this id, or it is not known yet. */
  find(id: number): SegmentBody | undefined {
    return this.#list?.find(segment => segment.id === id)
  }

  /** Those of these ids that the site does not have; none until it is known. */
  missing(ids: readonly number[]): readonly number[] {
    return this.#list === undefined ? [] : ids.filter(id => this.find(id) === undefined)
  }

  /** Asks for them; what was known stays when nobody answers. Never throws. */
  async load(): Promise<void> {
    const body = await readSegments(this.#domain).catch(() => undefined)
    if (body !== undefined) this.#list = body.segments
    this.#isSettled = true
  }

  /** Forgets why the last change did not work. */
  forgive(): void {
    this.#faults = NO_FAULTS
  }

  /** Gives filters a name. Resolves to the new segment, which is the last, or undefined when `faults` say why not. */
  async add(name: string, filters: unknown): Promise<SegmentBody | undefined> {
    const isDone = await this.#change(name, undefined, () => addSegment(this.#domain, { name, filters }))
    return isDone ? this.#list?.at(-1) : undefined
  }

  /** Gives a segment another name; its filters stay as they are by now. Resolves to true when it is done. */
  rename(id: number, name: string): Promise<boolean> {
    return this.#change(name, id, present =>
      changeSegment(this.#domain, id, { name, filters: present?.filters ?? [] }),
    )
  }

  /** Gives a segment other filters; its name stays as it is by now. Resolves to true when it is done. */
  refilter(id: number, filters: unknown): Promise<boolean> {
    return this.#change(undefined, id, present =>
      changeSegment(this.#domain, id, { name: present?.name ?? '', filters }),
    )
  }

  /** Takes a segment away from everybody. Resolves to true when it is done. */
  remove(id: number): Promise<boolean> {
    return this.#change(undefined, id, () => removeSegment(this.#domain, id))
  }

  /** Looks first at what the site has by now: somebody else may have saved, renamed or removed one. */
  async #change(
    name: string | undefined,
    id: number | undefined,
    work: (present: SegmentBody | undefined) => Promise<SegmentsBody>,
  ): Promise<boolean> {
    if (name === '') return this.#refuse(WORDS.segmentNameMissing)
    try {
      const { segments } = await readSegments(this.#domain)
      this.#list = segments
      const isTaken = segments.some(one => one.id !== id && name !== undefined && isSameName(one.name, name))
      if (isTaken) return this.#refuse(WORDS.segmentNameTaken)
      this.#list = (await work(this.find(id ?? 0))).segments
      this.#faults = NO_FAULTS
      return true
    } catch (error) {
      this.#faults = toFormFaults(error)
      return false
    }
  }

  #refuse(fault: string): false {
    this.#faults = { message: '', fields: { name: fault } }
    return false
  }
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
}
