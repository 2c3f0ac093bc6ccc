import { rotation as law } from '../laws/rotation'
import type { Defect } from './defect'
import { onStatus, withMember, withStatus } from './distortions'

const line = (minutes: unknown, from: number, to: number): boolean =>
  Number.isInteger(minutes) && (minutes as number) >= from && (minutes as number) <= to

/** What can go wrong when a secret rotates. */
export const rotation = {
  'rotation-answered-200': {
    story: 'the start of a rotation answers 200 and a body',
    caughtBy: ['ROT-001'],
    distorts: {
      'POST /acs/broker/oauth2-clients/{id}': onStatus(204)(wire =>
        withMember('rotate_secret', true)({ ...withStatus(200)(wire), body: {} }),
      ),
    },
  },
  'old-secret-dies-at-start': {
    story: 'the primary secret stops working when a rotation starts',
    caughtBy: ['ROT-002'],
    breaks: { rotation: { accepted: ({ primary, secondary }) => [secondary ?? primary] } },
  },
  'new-secret-waits': {
    story: 'the secondary secret works only after the primary has retired',
    caughtBy: ['ROT-002'],
    breaks: { rotation: { accepted: ({ primary }) => [primary] } },
  },
  'rotation-not-shown': {
    story: 'readers never learn that a rotation runs',
    caughtBy: ['ROT-003'],
    breaks: { rotation: { shown: () => ({ rotate_secret: false }) } },
  },
  'retirement-in-a-thousand-days': {
    story: 'minutes are taken for thousands of seconds',
    caughtBy: ['ROT-003', 'ROT-004'],
    breaks: { rotation: { retiresAt: (now, minutes) => Math.floor(now) + minutes * 1000 } },
  },
  'default-retires-at-once': {
    story: 'without a duration the primary secret retires at once',
    caughtBy: ['ROT-004'],
    breaks: { rotation: { usualDuration: 0 } },
  },
  'second-start-replaces': {
    story: 'a second start replaces the secondary secret',
    caughtBy: ['ROT-005', 'ROT-018'],
    breaks: { rotation: { mayStart: () => true } },
  },
  'retired-secret-still-valid': {
    story: 'retiring leaves the old secret valid',
    caughtBy: ['ROT-006'],
    breaks: { rotation: { retire: secrets => secrets } },
  },
  'wrong-secret-retired': {
    story: 'retiring drops the new secret',
    caughtBy: ['ROT-006'],
    breaks: { rotation: { retire: ({ primary }) => ({ primary }) } },
  },
  'staged-secret-emptied': {
    story: 'an ended rotation leaves an empty secondary secret behind',
    caughtBy: ['ROT-006', 'ROT-016'],
    breaks: { rotation: { retire: ({ primary, secondary }) => ({ primary: secondary || primary, secondary: '' }) } },
  },
  'retired-without-rotation': {
    story: 'retiring without a rotation is answered 204',
    caughtBy: ['ROT-007'],
    breaks: { rotation: { mayRetire: () => true } },
  },
  'empty-secret-staged': {
    story: 'a rotation starts without a secondary secret',
    caughtBy: ['ROT-008'],
    breaks: { rotation: { secretFits: () => true } },
  },
  'empty-secret-allowed': {
    story: 'the secondary secret may be empty, and then guards the client',
    caughtBy: ['ROT-008'],
    breaks: { rotation: { secretFits: secret => secret === '' || law.secretFits(secret) } },
  },
  'longest-duration-refused': {
    story: 'a duration of 10080 minutes is refused',
    caughtBy: ['ROT-009'],
    breaks: { rotation: { durationFits: minutes => line(minutes, 0, 10_079) } },
  },
  'duration-unlimited': {
    story: 'any duration is accepted',
    caughtBy: ['ROT-009'],
    breaks: { rotation: { durationFits: minutes => line(minutes, 0, Number.MAX_SAFE_INTEGER) } },
  },
  'duration-not-whole': {
    story: 'a duration may be a fraction of a minute',
    caughtBy: ['ROT-009'],
    breaks: { rotation: { durationFits: minutes => law.durationFits(Math.floor(Number(minutes))) } },
  },
  'staged-secret-cut-at-72': {
    story: 'only the first 72 characters of a secondary secret are kept',
    caughtBy: ['ROT-010'],
    breaks: { rotation: { start: (secrets, secondary, at) => law.start(secrets, secondary.slice(0, 72), at) } },
  },
  'secret-too-long-accepted': {
    story: 'a secondary secret has any length',
    caughtBy: ['ROT-010'],
    breaks: { rotation: { secretFits: secret => typeof secret === 'string' && secret !== '' } },
  },
  'longest-secret-refused': {
    story: 'a secondary secret of 4096 characters is refused',
    caughtBy: ['ROT-010'],
    breaks: { rotation: { secretFits: secret => law.secretFits(secret) && String(secret).length < 4096 } },
  },
  'missing-action-retires': {
    story: 'every action but a start is a retirement',
    caughtBy: ['ROT-011'],
    breaks: { rotation: { action: values => law.action(values) ?? 'retire-primary-secret' } },
  },
  'action-in-any-case': {
    story: 'actions ignore case',
    caughtBy: ['ROT-011'],
    breaks: { rotation: { action: values => law.action(values.map(value => value.toLowerCase())) } },
  },
  'nobody-rotates': {
    story: 'the rotation of an unknown client is answered 204',
    caughtBy: ['ROT-012'],
    distorts: { 'POST /acs/broker/oauth2-clients/{id}': onStatus(404)(withStatus(204)) },
  },
  'action-guessed': {
    story: 'a missing or unknown action means start',
    caughtBy: ['ROT-011'],
    breaks: {
      rotation: { action: values => (values[0] === 'retire-primary-secret' ? values[0] : 'start-rotate-secret') },
    },
  },
  'secondary-secret-shown': {
    story: 'the secondary secret can be read',
    caughtBy: ['ROT-013'],
    breaks: {
      rotation: {
        shown: ({ secondary, retiresAt }) => ({
          rotate_secret: secondary !== undefined,
          secondary_secret: secondary,
          primary_secret_auto_retires_at: retiresAt,
        }),
      },
    },
  },
  'secrets-listed': {
    story: 'the list of clients shows the secrets of a rotation',
    caughtBy: ['ROT-013'],
    breaks: { clients: { summary: ({ client_id, scope, secrets }) => ({ client_id, scope, secrets }) } },
  },
  'retire-takes-body': {
    story: 'the body of a retirement replaces the secret',
    caughtBy: ['ROT-014'],
    breaks: {
      rotation: {
        retire: ({ primary, secondary }, offered) => ({
          primary: typeof offered === 'string' ? offered : (secondary ?? primary),
        }),
      },
    },
  },
  'rotation-never-ends': {
    story: 'the primary secret never retires by itself',
    caughtBy: ['ROT-015'],
    breaks: { rotation: { isOver: () => false } },
  },
  'retirement-kills-tokens': {
    story: 'retiring a secret withdraws the tokens',
    caughtBy: ['ROT-017'],
    breaks: { rotation: { generation: before => before + 1 } },
  },
} satisfies Record<string, Defect>
