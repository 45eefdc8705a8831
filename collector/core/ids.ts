declare const brand: unique symbol
type Brand<Base, Name> = Base & { readonly [brand]: Name }

/** A tracked property's number: 1–4,294,967,295, given once and never reused. */
export type SiteId = Brand<number, 'SiteId'>

/** 64-bit keyed hash as a decimal string; valid for one site and one local day of that site, never longer. */
export type VisitorId = Brand<string, 'VisitorId'>

/** 64 random bits as a decimal string; names one visit of one visitor. */
export type VisitId = Brand<string, 'VisitId'>

/** A calendar day as `YYYY-MM-DD`, always in the time zone of the site it is used with. */
export type Day = Brand<string, 'Day'>

/** Keyed digest of a client address, base64url; meaningless once its day key is gone. */
export type AddressDigest = Brand<string, 'AddressDigest'>

/** A client address cut to /24 (IPv4) or /48 (IPv6), in text form without the prefix length. */
export type TruncatedNetwork = Brand<string, 'TruncatedNetwork'>
