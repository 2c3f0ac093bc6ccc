import type { Defect } from './defect'
import { onStatus, withStatus } from './distortions'

const yes = true
const no = false

/** What can go wrong with identity providers. */
export const identityProviders = {
  'provider-deletion-reserved': {
    story: 'only TENANT_ADMIN deletes identity providers',
    caughtBy: ['E2E-005'],
    distorts: { 'DELETE /federation/broker/identity-providers/{idpId}': onStatus(204)(withStatus(403)) },
  },
  'directory-admin-without-providers': {
    story: 'IDP_AND_DIRECTORY_ADMIN makes no identity providers',
    caughtBy: ['E2E-005'],
    breaks: { authorization: { permissions: { 'identity-providers:write': [yes, no, no, no] } } },
  },
  'renamed-provider-not-listed': {
    story: 'the list of identity providers is made of another table',
    caughtBy: ['E2E-005'],
    breaks: { identityProviders: { summary: ({ idp_name, idp_type }) => ({ id: idp_name, idp_name, idp_type }) } },
  },
} satisfies Record<string, Defect>
