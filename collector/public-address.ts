import type { Config } from './config.ts'
import { localAddress } from './serve.ts'

/** Where the sign-in provider sends browsers back to; it has to know this address. */
export function callbackUrl({ publicUrl, basePath, host, port }: Config): string {
  return `${publicUrl ?? localAddress(host, port)}${basePath}/api/oidc/callback`
}
