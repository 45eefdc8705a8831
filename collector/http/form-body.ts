import type { Context } from 'hono'
import { bodyLimit } from './body-limit.ts'
import type { ErrorBody, FieldErrorsBody } from './contract.ts'

/** Largest body of a form, bytes. */
const MAX_FORM_BYTES = 16 * 1024

/** Answers 413 to a body that no form sends. */
export const formBodyLimit = bodyLimit({
  maxSize: MAX_FORM_BYTES,
  onError: c =>
    c.json({ error: `The request is larger than ${MAX_FORM_BYTES / 1024} kB.` } satisfies ErrorBody, 413),
})

/** A form's fields, or why there are none. */
export type FormBody =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: string }

/** Reads a JSON object. Never throws for what a client sent. */
export async function readFormBody(c: Context): Promise<FormBody> {
  const bytes = await c.req.arrayBuffer()
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { ok: false, error: 'The request must be JSON in UTF-8, such as {"name": "value"}.' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, error: 'The request must be a JSON object, such as {"name": "value"}.' }
  }
  return { ok: true, fields: { ...value } }
}

/** Message per named field that is not text; empty when all are. */
export function fieldsNotText(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const wrong = names.filter(name => typeof fields[name] !== 'string')
  return Object.fromEntries(wrong.map(name => [name, 'This field must be text.']))
}

/** The text of a field; empty when it is not text. */
export function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** 400 with a message per field. */
export function invalidFields(c: Context, errors: Readonly<Record<string, string>>): Response {
  const body: FieldErrorsBody = { error: 'Some fields need another look.', errors: { ...errors } }
  return c.json(body, 400)
}
