import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { allOperations, labelOf, operation, requirement, requirementIds, urlOf, type Citation } from '../specs'

interface ReferenceMembers {
  readonly schemas: Readonly<Record<string, readonly string[]>>
  readonly securitySchemes: readonly string[]
}

const members = JSON.parse(readFileSync(join(__dirname, '../specs/reference-members.json'), 'utf8')) as ReferenceMembers

const escaped = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1')
const parametersInPath = (path: string) => path.split('{').length - 1

/** Every JSON pointer of the vendor's reference that a requirement may cite. */
const pointers = new Set([
  ...allOperations.flatMap(id => {
    const { path, method, answers, parameters = [], request } = operation(id)
    const at = `/paths/${escaped(path)}/${method.toLowerCase()}`
    const positions = Array.from({ length: parametersInPath(path) + parameters.length }, (_, i) => i)
    return [
      at,
      ...(request ? [`${at}/requestBody`] : []),
      ...Object.keys(answers).map(status => `${at}/responses/${status}`),
      ...positions.map(position => `${at}/parameters/${position}`),
    ]
  }),
  ...Object.entries(members.schemas).flatMap(([name, places]) =>
    ['', ...places.map(place => `/${place}`)].map(place => `/components/schemas/${name}${place}`),
  ),
  ...members.securitySchemes.map(name => `/components/securitySchemes/${name}`),
])

const sectionNumber = /^(?:[A-Z]|\d+)(?:\.\d+)*$/

/** What is wrong with a citation; nothing when it leads somewhere. */
const fault = (citation: string): string | undefined => {
  const [document = '', at = ''] = citation.split('#')
  if (document === 'reference') return pointers.has(at) ? undefined : `${citation}: no such member of the reference`
  if (/^(rfc\d{4}|oidc-|saml-)/.test(document) && !sectionNumber.test(at)) return `${citation}: not a section number`
  try {
    const url = new URL(urlOf(citation as Citation))
    return url.protocol === 'https:' && url.hostname.includes('.')
      ? undefined
      : `${citation}: ${url.href} is no https URL`
  } catch (error) {
    return `${citation}: ${String(error)}`
  }
}

const cited = [...new Set(requirementIds.flatMap(id => requirement(id).says))]

test.describe('citations', () => {
  test('every citation resolves to a place and to an https URL', () => {
    expect(cited.length).toBeGreaterThan(350)
    expect(cited.map(fault).filter(Boolean)).toEqual([])
    expect(cited.map(citation => new URL(urlOf(citation)).protocol).filter(scheme => scheme !== 'https:')).toEqual([])
  })

  test('a citation that leads nowhere is found', () => {
    const astray = [
      'reference#/components/schemas/OAuth2Token/properties/expires_on',
      'reference#/paths/~1acs~1token/post/responses/418',
      'rfc6749#five',
      'guide#step-9',
      'handbook#1',
    ]
    expect(astray.filter(citation => !fault(citation))).toEqual([])
  })

  test('no requirement cites one place twice, and every standard basis cites a standard', () => {
    const twice = requirementIds.filter(id => new Set(requirement(id).says).size !== requirement(id).says.length)
    const vendors = /^(guide|guide-2025|reference|authentication|kb)#/
    const baseless = requirementIds.filter(id => {
      const { basis, says } = requirement(id)
      const fromVendor = says.some(citation => vendors.test(citation))
      const fromStandard = says.some(citation => !vendors.test(citation))
      if (basis === 'derived') return false
      return (basis.startsWith('documented') && !fromVendor) || (basis.endsWith('standard') && !fromStandard)
    })
    expect(twice).toEqual([])
    expect(baseless).toEqual([])
  })

  test('labels are words a reader knows', () => {
    expect(labelOf('rfc6749#A.12')).toBe('RFC 6749 §A.12')
    expect(labelOf('guide#step-2')).toBe('guide, step-2')
    expect(labelOf('reference#/components/schemas/OAuth2Token/properties/expires_in')).toBe(
      'reference, OAuth2Token.expires_in',
    )
    expect(labelOf('reference#/paths/~1acs~1broker~1oauth2-clients~1{id}/patch/parameters/1')).toBe(
      'reference, patchOAuth2ClientById revoke_token_on_rule_set_removal',
    )
    expect(urlOf('rfc6749#5.2')).toBe('https://www.rfc-editor.org/rfc/rfc6749#section-5.2')
    expect(urlOf('rfc6749#A.12')).toBe('https://www.rfc-editor.org/rfc/rfc6749#appendix-A.12')
    expect(new Set(cited.map(labelOf)).size).toBe(cited.length)
  })
})
