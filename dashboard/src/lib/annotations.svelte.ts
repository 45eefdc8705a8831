import type { AnnotationBody, AnnotationsBody } from '../../../collector/http/contract.ts'
import { addAnnotation, readAnnotations, removeAnnotation } from './api.ts'
import { type FormFaults, NO_FAULTS, toFormFaults } from './forms.ts'

/** What people noted about the days of a site. */
export class Annotations {
  readonly #domain: string
  #list = $state.raw<readonly AnnotationBody[]>([])
  #faults = $state.raw<FormFaults>(NO_FAULTS)

  constructor(domain: string) {
    this.#domain = domain
  }

  /** By day; empty until they are known. */
  get list(): readonly AnnotationBody[] {
    return this.#list
  }

  /** Why the last change did not work. */
  get faults(): FormFaults {
    return this.#faults
  }

  /** Asks for them. What cannot be read is not shown: the numbers matter more. */
  async load(): Promise<void> {
    const body = await readAnnotations(this.#domain).catch(() => undefined)
    if (body !== undefined) this.#list = body.annotations
  }

  /** Notes something about a day. Resolves to true when it is kept. */
  add(day: string, text: string): Promise<boolean> {
    return this.#change(() => addAnnotation(this.#domain, { day, text }))
  }

  /** Takes a note away. */
  remove(id: number): Promise<boolean> {
    return this.#change(() => removeAnnotation(this.#domain, id))
  }

  async #change(work: () => Promise<AnnotationsBody>): Promise<boolean> {
    try {
      this.#list = (await work()).annotations
      this.#faults = NO_FAULTS
      return true
    } catch (error) {
      this.#faults = toFormFaults(error)
      return false
    }
  }
}
