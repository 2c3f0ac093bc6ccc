const repository = 'https://github.com/euc-dev/ws1-identity-services-api/blob'
const guide = `${repository}/831d4b48e3aa03a971e6ba0b80d94ed82ae46364/docs/index.md`
const portal = 'https://developer.omnissa.com/omnissa-identity-service-api/'
const openid = 'https://openid.net/specs/openid-connect'
const cheatSheets = 'https://cheatsheetseries.owasp.org/cheatsheets'
const apiTopTen = 'https://owasp.org/API-Security/editions/2023/en'

/** Documents we cite by a closed list of places; each place is a link a reader can open. */
export const placed = {
  /** The getting-started guide, in the revision this catalogue was written from. */
  guide: {
    name: 'guide',
    places: {
      about: `${guide}#about-omnissa-identity-services`,
      'before-you-start': `${guide}#before-you-start`,
      'step-1': `${guide}#step-1---create-oauth-20-client-from-the-ui`,
      'step-2': `${guide}#step-2---get-access-token-for-the-oauth-20-client`,
      'step-3': `${guide}#step-3---create-oauth-20-client-with-identity-provider-and-directory-admin-ruleset`,
      'step-4': `${guide}#step-4---get-access-token-for-the-oauth-20-client`,
      'step-5': `${guide}#step-5-optional---delete-the-oauth-20-client-that-you-created-from-the-ui`,
      'request-failures': `${guide}#request-failures`,
    },
  },
  /** The same guide as the developer portal shows it since July 2025. */
  'guide-2025': {
    name: 'guide (2025)',
    places: {
      'step-2': `${portal}#step-2-get-access-token-for-the-oauth-20-client`,
      'step-3': `${portal}#step-3-create-oauth-20-client-with-identity-provider-and-directory-admin-ruleset`,
      'step-4': `${portal}#step-4-get-access-token-for-the-oauth-20-client`,
      'request-failures': `${portal}#request-failures`,
    },
  },
  authentication: {
    name: 'authentication page',
    places: {
      admin: `${repository}/831d4b48e3aa03a971e6ba0b80d94ed82ae46364/docs/Authentication.md#admin`,
      basic_auth: `${repository}/831d4b48e3aa03a971e6ba0b80d94ed82ae46364/docs/Authentication.md#basic_auth`,
    },
  },
  kb: { name: 'knowledge base', places: { '6000953': 'https://kb.omnissa.com/s/article/6000953' } },
  'owasp-api': {
    name: 'OWASP API Security Top 10 (2023)',
    places: {
      API4: `${apiTopTen}/0xa4-unrestricted-resource-consumption/`,
      API5: `${apiTopTen}/0xa5-broken-function-level-authorization/`,
      API7: `${apiTopTen}/0xa7-server-side-request-forgery/`,
      API8: `${apiTopTen}/0xa8-security-misconfiguration/`,
    },
  },
  'owasp-testing': {
    name: 'OWASP Web Security Testing Guide',
    places: {
      'host-header-injection':
        'https://owasp.org/www-project-web-security-testing-guide/v42/4-Web_Application_Security_Testing/07-Input_Validation_Testing/17-Testing_for_Host_Header_Injection',
    },
  },
  'owasp-cheat-sheet': {
    name: 'OWASP cheat sheet',
    places: {
      'cross-site-scripting': `${cheatSheets}/Cross_Site_Scripting_Prevention_Cheat_Sheet.html`,
      'html5-cors': `${cheatSheets}/HTML5_Security_Cheat_Sheet.html#cross-origin-resource-sharing`,
      injection: `${cheatSheets}/Injection_Prevention_Cheat_Sheet.html`,
      'rest-security': `${cheatSheets}/REST_Security_Cheat_Sheet.html#security-headers`,
    },
  },
  'owasp-attack': {
    name: 'OWASP attack',
    places: { 'path-traversal': 'https://owasp.org/www-community/attacks/Path_Traversal' },
  },
  fetch: {
    name: 'Fetch standard',
    places: { 'http-cors-protocol': 'https://fetch.spec.whatwg.org/#http-cors-protocol' },
  },
} as const

/** Documents we cite by section number; SAML publishes no anchor a link could use. */
export const numbered = {
  'oidc-core': { name: 'OpenID Connect Core', url: (at: string) => `${openid}-core-1_0.html#rfc.section.${at}` },
  'oidc-discovery': {
    name: 'OpenID Connect Discovery',
    url: (at: string) => `${openid}-discovery-1_0.html#rfc.section.${at}`,
  },
  'oidc-logout': {
    name: 'OpenID RP-Initiated Logout',
    url: (at: string) => `${openid}-rpinitiated-1_0.html#rfc.section.${at}`,
  },
  'saml-metadata': {
    name: 'SAML 2.0 Metadata',
    url: () => 'https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf',
  },
  'saml-metadata-iop': {
    name: 'SAML Metadata Interoperability Profile',
    url: () => 'https://docs.oasis-open.org/security/saml/Post2.0/sstc-metadata-iop-os.html',
  },
} as const

export type Placed = typeof placed
export type Numbered = typeof numbered
type Section = `${number}` | `${number}.${string}`

/** Where something is said: a document, `#`, and the place in it. */
export type Citation =
  | { [Name in keyof Placed]: `${Name}#${keyof Placed[Name]['places'] & string}` }[keyof Placed]
  | `${keyof Numbered}#${Section}`
  | `rfc${number}#${Section | `${'A' | 'B' | 'C'}.${string}`}`
  | `reference#/${'paths' | 'components'}/${string}`
