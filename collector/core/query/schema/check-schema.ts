import { Ajv } from 'ajv'
import { QUERY_SCHEMA } from './query-schema.ts'

const validate = new Ajv({ strict: true, strictTuples: false }).compile(QUERY_SCHEMA)

/** What the published schema says against a body: the first fault with its JSON path; undefined for nothing. */
export function schemaFault(body: unknown): string | undefined {
  if (validate(body)) return undefined
  const [fault] = validate.errors ?? []
  return `#${fault?.instancePath ?? ''}: ${fault?.message ?? 'is not as the schema wants it'}`
}
