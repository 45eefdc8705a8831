import { TupleParam } from '@clickhouse/client'

/** ClickHouse types that values of a question are sent as. */
export type ParameterType =
  | 'UInt8'
  | 'UInt32'
  | 'UInt64'
  | 'Date'
  | 'String'
  | 'Array(String)'
  | 'Array(UInt32)'
  | 'Array(UInt64)'
  | 'Array(Tuple(Date, UInt64))'
  | 'Array(Tuple(UInt32, Date))'

/** 64-bit integers in lists are bigints: the client library would put text into quotation marks. */
export type ParameterValue =
  | string
  | number
  | readonly (string | number | bigint)[]
  | readonly ParameterTuple[]
/** A tuple, as its text in ClickHouse's syntax would be too easy to get wrong. */
export interface ParameterTuple {
  readonly values: readonly (string | number | bigint)[]
}

/** The values of one statement; the only way that a value gets into it. */
export interface Parameters {
  /** Binds a value and returns its placeholder, such as `{site_id:UInt32}`; equal values of one name share it. */
  bind(name: string, type: ParameterType, value: ParameterValue): string
  readonly values: Readonly<Record<string, unknown>>
}

/** No values yet. */
export function newParameters(): Parameters {
  const values: Record<string, unknown> = {}
  const placeholders = new Map<string, string>()
  return {
    bind(name, type, value) {
      const key = JSON.stringify([name, type, value], (_, item) =>
        typeof item === 'bigint' ? `${item}n` : (item as unknown),
      )
      const known = placeholders.get(key)
      if (known !== undefined) return known
      let free = name
      for (let number = 2; Object.hasOwn(values, free); number++) free = `${name}_${number}`
      values[free] = sendable(value)
      const placeholder = `{${free}:${type}}`
      placeholders.set(key, placeholder)
      return placeholder
    },
    values,
  }
}

/** What the client library writes correctly: tuples need its own class. */
function sendable(value: ParameterValue): unknown {
  if (!Array.isArray(value)) return value
  return value.map(item => (typeof item === 'object' ? new TupleParam([...item.values]) : item))
}
