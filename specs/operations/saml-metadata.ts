import type { Operation } from './operation'

/** SAML service-provider metadata; the reference declares no authentication for it. */
export const samlMetadataOperations = {
  getSamlServiceProviderMetadataDetails: {
    method: 'GET',
    path: '/federation/broker/saml-sp-metadata/details',
    authentication: 'none',
    answers: {
      200: { mediaType: 'application/json', schema: 'saml/metadata-details' },
      404: {},
    },
    errors: 'errors/vendor',
  },
  getSamlServiceProviderMetadataXml: {
    method: 'GET',
    path: '/federation/broker/saml-sp-metadata/xml',
    authentication: 'none',
    answers: {
      200: { mediaType: 'text/xml' },
      404: {},
    },
    errors: 'errors/vendor',
  },
  getSamlServiceProviderMetadataDownload: {
    method: 'GET',
    path: '/federation/broker/saml-sp-metadata/download-xml',
    authentication: 'none',
    answers: {
      200: { mediaType: 'application/octet-stream' },
      404: {},
    },
    errors: 'errors/vendor',
  },
} as const satisfies Record<string, Operation>
