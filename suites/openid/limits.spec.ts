import { choice, expect, fateOf, note, oddity, test, verifies } from '../../harness'
import { begins, callback, isLogin, isRefused, loginClient, loginWith, parametersOf } from './login'
import { destination, handedOver, inWords, leadsTo } from './redirect'

/** A front end may refuse a target of this length before the tenant sees it. */
const isTooLongForFront = (status: number) => status === 414 || status === 431

const limits = [
  ['redirect_uri', 2048, `${callback}/`],
  ['state', 2048, ''],
  ['nonce', 1024, ''],
] as const

test.describe('limits of a login request', () => {
  for (const [name, limit, begin] of limits)
    test(...verifies('OIDC-026', name), async ({ given, send, tenant }) => {
      const parameters = parametersOf(await loginClient(given, { redirect_uris: [callback, `${callback}/*`] }))
      await begins(send, loginWith(parameters), tenant)
      const long = (length: number) => ({ ...parameters, [name]: begin.padEnd(length, 'x') })

      const [most, above] = [long(limit), long(limit + 1)]
      const atLimit = await send(loginWith(most))
      const beyond = await send(loginWith(above))

      choice('OIDC-026', `a ${name} above its limit is`, fateOf(beyond))
      if (isTooLongForFront(atLimit.status)) note('measured', `a ${name} of ${limit} is too long for a front end`)
      expect(
        isTooLongForFront(atLimit.status) || isLogin(atLimit, most.redirect_uri, tenant),
        `the answer to a ${name} of ${limit} characters`,
      ).toHold('the start of a login', inWords(atLimit, tenant))

      const to = destination(beyond, tenant)
      const answer = to && name !== 'redirect_uri' && leadsTo(to, above.redirect_uri) ? handedOver(to) : undefined
      expect(
        answer ? answer.has('error') : isRefused(beyond),
        `the answer to a ${name} of ${limit + 1} characters`,
      ).toHold('a refusal with 400', inWords(beyond, tenant))
      if (!answer && beyond.status !== 400 && !isTooLongForFront(beyond.status))
        oddity(`a ${name} above its limit was refused with ${beyond.status}`)
      expect(answer?.get('state') ?? above.state, 'the length of state in the answer').toBe(above.state)
    })
})
