/** ClickHouse types that values of a question are sent as. */
export type ParameterType = 'UInt32' | 'UInt64' | 'Date' | 'String' | 'Array(String)'

/** The values of one statement; the only way that a value gets into it. */
export interface Parameters {
  /** Binds a value and returns its placeholder, such as `{site_id:UInt32}`. The same name keeps its first value. */
  bind(name: string, type: ParameterType, value: string | number | readonly string[]): string
  readonly values: Readonly<Record<string, unknown>>
}

/** No values yet. */
export function newParameters(): Parameters {
  const values: Record<string, unknown> = {}
  return {
    bind(name, type, value) {
      if (!Object.hasOwn(values, name)) values[name] = value
      return `{${name}:${type}}`
    },
    values,
  }
}
