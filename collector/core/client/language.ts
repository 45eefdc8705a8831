/** Primary subtag of the first language in an Accept-Language header, lower case; empty when there is none (RFC 9110 §12.5.4). */
export function primaryLanguage(acceptLanguage: string): string {
  const first = acceptLanguage.split(',', 1)[0]?.trim() ?? ''
  return /^([a-z]{2,3})(?:[-_;]|$)/i.exec(first)?.[1]?.toLowerCase() ?? ''
}
