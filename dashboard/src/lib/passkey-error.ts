/** A passkey was not used or made; the message is fit to be shown. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError'
}
