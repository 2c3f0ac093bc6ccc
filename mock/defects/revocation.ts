import type { Distortion } from '../tenant'
import type { Defect } from './defect'
import { onStatus, withoutBody, withStatus } from './distortions'

const done: Distortion = wire => withoutBody()(withStatus(200)(wire))

/** OAuth endpoints answer 400 to a JSON body; only the words tell it from other refusals. */
const isAboutMedia = (body: unknown): boolean => /media type/.test(JSON.stringify(body) ?? '')

const hints: readonly unknown[] = [undefined, 'access_token', 'refresh_token']

const payloadOf = (token = ''): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))

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
  'revoke-ends-grant': {
    story: 'a client that revokes a token gets no new ones',
    caughtBy: ['REV-003'],
    breaks: { revocation: { afterwards: client => ({ ...client, grant_types: [] }) } },
  },
  'revoke-decodes-blindly': {
    story: 'a text that is no JWT makes revocation fail with 500',
    caughtBy: ['REV-004'],
    breaks: { revocation: { refusal: form => void payloadOf(form.get('token')?.[0]) } },
  },
  'anyone-revokes': {
    story: 'a client revokes the tokens of another',
    caughtBy: ['REV-005'],
    breaks: { revocation: { owns: () => true } },
  },
  'strangers-answered-200': {
    story: 'a revocation without good credentials is answered 200',
    caughtBy: ['REV-006'],
    distorts: { 'POST /acs/revoke': onStatus(401)(done) },
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
  'unknown-hint-finds-nothing': {
    story: 'with an unknown hint the answer is 200 and the token lives on',
    caughtBy: ['REV-009'],
    breaks: { revocation: { looksUp: hint => hints.includes(hint) } },
  },
  'unknown-hint-500': {
    story: 'an unknown hint makes revocation fail with 500',
    caughtBy: ['REV-009'],
    breaks: {
      revocation: {
        looksUp: hint => {
          if (hints.includes(hint)) return true
          throw new TypeError(`No enum constant TokenType.${hint}`)
        },
      },
    },
  },
  'revoke-json-ignored': {
    story: 'a revocation in JSON is answered 200 and ignored',
    caughtBy: ['REV-010'],
    distorts: { 'POST /acs/revoke': wire => (isAboutMedia(wire.body) ? done(wire) : wire) },
  },
} satisfies Record<string, Defect>
