/** Names of parameters whose values are never kept, also when an owner lists them; lower case, without `-`, `_` and `.`. */
const REFUSED: ReadonlySet<string> = new Set([
  // Sessions: Java, PHP, ASP, ASP.NET, ColdFusion, osCommerce, Zen Cart, Rails, Django and hand-made ones
  ...[
    'jsessionid',
    'phpsessid',
    'phpsession',
    'aspsessionid',
    'aspnetsessionid',
    'cfid',
    'cftoken',
    'oscsid',
    'zenid',
  ],
  ...['sid', 'sessid', 'session', 'sessionid', 'sessiontoken', 'sessionkey', 'cgisessid', 'connectsid'],
  // Signing in: OAuth 2 and OpenID Connect, SAML, CAS, keys and signatures
  ...[
    'token',
    'accesstoken',
    'refreshtoken',
    'idtoken',
    'authtoken',
    'authorization',
    'bearer',
    'jwt',
    'samlresponse',
  ],
  ...[
    'samlrequest',
    'relaystate',
    'ticket',
    'clientsecret',
    'apikey',
    'accesskey',
    'secret',
    'signature',
    'sig',
  ],
  ...['csrf', 'csrftoken', 'csrfmiddlewaretoken', 'xsrftoken', 'otp', 'onetimecode', 'magiclink', 'nonce'],
  ...['xamzsignature', 'xamzsecuritytoken', 'xamzcredential', 'xgoogsignature'],
  ...[
    'resettoken',
    'resetpasswordtoken',
    'confirmationtoken',
    'invitationtoken',
    'unlocktoken',
    'verificationtoken',
  ],
  ...['password', 'passwd', 'pwd', 'pass', 'passphrase', 'pin', 'salasana', 'lösenord', 'passwort'],
  // Click and recipient ids: wire format §2, their values never
  ...['gclid', 'gbraid', 'wbraid', 'dclid', 'gclsrc', 'fbclid', 'msclkid', 'twclid', 'ttclid', 'lifatid'],
  ...[
    'yclid',
    'scclid',
    'sccid',
    'rdtcid',
    'epik',
    'igshid',
    'mceid',
    'mccid',
    'hsenc',
    'hsmi',
    'ga',
    'gl',
    'mkttok',
  ],
])

/** True when a parameter of this name (any case, with or without `-`, `_`, `.`) holds a session, a secret or a person's id. */
export function isRefusedParameter(name: string): boolean {
  return REFUSED.has(
    name
      .toLowerCase()
      .replace(/[-_.]/g, '')
      .replace(/^aspsessionid.*/, 'aspsessionid'),
  )
}
