import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { Schema } from './event-schemas.ts'

/**
 * What a schema of the code takes, as JSON Schema 2020-12. Rules that JSON Schema cannot say are left out: what the code
 * refuses besides is told by its answer.
 */
export function schemaOf(schema: GenericSchema): Schema {
  const { $schema: _, ...described } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  })
  return described
}
