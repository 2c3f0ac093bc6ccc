import type { Defect } from './defect'

const line = (minutes: unknown, from: number, to: number): boolean =>
  Number.isInteger(minutes) && (minutes as number) >= from && (minutes as number) <= to

/** What can go wrong when a secret rotates. */
export const rotation = {
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
    caughtBy: ['ROT-005'],
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
