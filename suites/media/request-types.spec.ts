import {
  choice,
  createClient,
  expect,
  fateOf,
  mediaTypeOf,
  oddity,
  spoken,
  test,
  tokenRequest,
  twist,
  verifies,
} from '../../harness'

const form = 'application/x-www-form-urlencoded'

test.describe('Content-Type of a request', () => {
  for (const type of ['Application/JSON', 'application/Json'])
    test(...verifies('MEDIA-004', type), async ({ given, send }) => {
      const admin = await given.admin()
      const good = twist(createClient(admin, given.members()), {
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      })
      test.skip(spoken() !== 'application/json', 'the tenant speaks an older generation of media types')
      expect(await send(good)).toHaveStatus(201)

      expect(await send(twist(good, { json: given.members(), headers: { 'content-type': type } }))).toHaveStatus(201)
    })

  test(...verifies('MEDIA-004', 'the form type in upper case'), async ({ given, send }) => {
    const good = tokenRequest(await given.credentials())
    expect(await send(good)).toHaveStatus(200)

    expect(await send(twist(good, { headers: { 'content-type': form.toUpperCase() } }))).toHaveStatus(200)
  })

  test(...verifies('MEDIA-004', 'the generation in use in lower case'), async ({ given, send }) => {
    const good = createClient(await given.admin(), given.members())
    expect(await send(good)).toHaveStatus(201)

    const lower = mediaTypeOf(good.line).toLowerCase()
    expect(await send(twist(good, { json: given.members(), headers: { 'content-type': lower } }))).toHaveStatus(201)
  })

  for (const parameter of ['; charset=UTF-8', '; charset="utf-8"', ';charset=utf-8', ' ; charset=utf-8']) {
    test(...verifies('MEDIA-005', `a client with ${parameter}`), async ({ given, send }) => {
      const good = createClient(await given.admin(), given.members())
      expect(await send(good)).toHaveStatus(201)

      const type = `${mediaTypeOf(good.line)}${parameter}`
      expect(await send(twist(good, { json: given.members(), headers: { 'content-type': type } }))).toHaveStatus(201)
    })

    test(...verifies('MEDIA-005', `a form with ${parameter}`), async ({ given, send }) => {
      const good = tokenRequest(await given.credentials())
      expect(await send(good)).toHaveStatus(200)

      expect(await send(twist(good, { headers: { 'content-type': `${form}${parameter}` } }))).toHaveStatus(200)
    })
  }

  for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])
    test(...verifies('MEDIA-006', type), async ({ given, send }) => {
      const good = createClient(await given.admin(), given.members())
      expect(await send(good)).toHaveStatus(201)

      const reply = await send(twist(good, { json: given.members(), headers: { 'content-type': type } }))

      choice('MEDIA-006', `a JSON body sent as ${type} is`, fateOf(reply))
      if (reply.status === 201) oddity(`a JSON body sent as ${type} was executed`)
      expect(reply).toHaveStatus(415, 400, 201)
    })
})
