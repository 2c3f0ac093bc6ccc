import type { Defect } from './defect'
import { onStatus, withStatus } from './distortions'

/** What can go wrong when a token is revoked. */
export const revocation = {
  'revoke-answered-204': {
    story: 'revocation answers 204',
    caughtBy: ['REV-001'],
    distorts: { 'POST /acs/revoke': onStatus(200)(withStatus(204)) },
  },
  'revoke-without-effect': {
    story: 'revocation answers 200 and changes nothing',
    caughtBy: ['REV-002'],
    breaks: { revocation: { dies: () => [] } },
  },
  'revoke-takes-all': {
    story: 'revoking one token kills every token of the client',
    caughtBy: ['REV-003'],
    breaks: { revocation: { afterwards: client => ({ ...client, generation: client.generation + 1 }) } },
  },
  'anyone-revokes': {
    story: 'a client revokes the tokens of another',
    caughtBy: ['REV-005'],
    breaks: { revocation: { owns: () => true } },
  },
  'revoke-nothing': {
    story: 'a request without a token is answered 200',
    caughtBy: ['REV-007'],
    breaks: { revocation: { refusal: () => undefined } },
  },
  'hint-obeyed': {
    story: 'a token is looked for only where the hint points',
    caughtBy: ['REV-008'],
    breaks: { revocation: { looksUp: hint => hint !== 'refresh_token' } },
  },
} satisfies Record<string, Defect>
