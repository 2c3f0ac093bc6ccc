import type { Choice } from '../harness/check-record'
import type { Baseline } from '../reporters/baseline'

/** Choices for the self-tests of findings: one question about a unit, one about a form. */

export const counts = (answer: string): Choice => ({
  ambiguity: 'A-16',
  question: 'primary_secret_auto_retires_at counts',
  answer,
})

export const shows = (answer: string): Choice => ({ ambiguity: 'A-32', question: 'no response shows as', answer })

/** An earlier run in which the tenant made these choices. */
export const baselineOf = (...choices: readonly Choice[]): Baseline => ({
  startedAt: '2026-01-01T00:00:00.000Z',
  target: { kind: 'tenant', baseUrl: 'https://acme.example.com' },
  choices: choices.map(({ ambiguity, question, answer }) => ({
    ambiguity,
    title: 'what is open',
    question,
    answers: [{ answer, checks: ['CLI-001'] }],
  })),
})
