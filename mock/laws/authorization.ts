const yes = true as boolean
const no = false as boolean

/** What a request wants to do: a kind of resource and whether it changes it. */
export type Right =
  | 'clients:read'
  | 'clients:write'
  | 'userinfo:read'
  | 'directories:read'
  | 'directories:write'
  | 'identity-providers:read'
  | 'identity-providers:write'
  | 'scim:read'
  | 'scim:write'

type Row = readonly [tenantAdmin: boolean, idpAndDirectory: boolean, readOnly: boolean, none: boolean]

const columns: readonly string[] = ['TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN', 'READ_ONLY_TENANT_ADMIN']

// prettier-ignore
const permissions: Readonly<Record<Right, Row>> = {
  //                            TENANT_ADMIN  IDP_AND_DIR  READ_ONLY  none
  'clients:read':             [ yes,          no,          yes,       no ],
  'clients:write':            [ yes,          no,          no,        no ],
  'userinfo:read':            [ no,           no,          no,        no ],
  'directories:read':         [ yes,          yes,         yes,       no ],
  'directories:write':        [ yes,          yes,         no,        no ],
  'identity-providers:read':  [ yes,          yes,         yes,       no ],
  'identity-providers:write': [ yes,          yes,         no,        no ],
  'scim:read':                [ yes,          yes,         yes,       no ],
  'scim:write':               [ no,           no,          no,        no ],
}

/** The right an operation takes is the one it declares, whatever its method and path. */
const right = (_line: string, declared: Right): Right => declared

/** Rights stand in the token: changes of the client apply to tokens issued later. */
const rulesOf = (inToken: readonly string[], _ofClient: readonly string[]): readonly string[] => inToken

/** Rule sets combine as a union; without any the last column speaks. */
const may = (rules: readonly string[], row: Row): boolean =>
  row[3] || rules.some(rule => row[columns.indexOf(rule)] ?? false)

/** The sync client of a directory needs no rule set for its users and groups, and may do nothing else. */
const provisions = (right: Right, directory: string | undefined): boolean =>
  directory !== undefined && right.startsWith('scim:')

/** Management takes the admin scope besides a rule set. */
const scopeFits = (scope: readonly string[]): boolean => scope.includes('admin')

/** The challenge of a denial (RFC 6750 section 3.1). */
const challenge = (): string => 'Bearer realm="acs", error="insufficient_scope"'

export const authorization = { challenge, may, permissions, provisions, right, rulesOf, scopeFits }
