import { media as law } from '../laws/media'
import type { Variant } from './variant'

const [json, omnissa, vmware] = law.generations.map(generation => [generation])

/** Which generations of media types are served. */
export const media = {
  'json-only': {
    story: 'only application/json is served',
    shows: 'creating a client works with application/json',
    chooses: { media: { generations: json ?? [] } },
  },
  'omnissa-types-only': {
    story: 'only the types of the guide are served',
    shows: 'creating a client works with vnd.Omnissa',
    chooses: { media: { generations: omnissa ?? [] } },
  },
  'vmware-types-only': {
    story: 'only the types of the older reference are served',
    shows: 'creating a client works with vnd.vmware',
    chooses: { media: { generations: vmware ?? [] } },
  },
  'accept-disregarded': {
    story: 'an Accept header that excludes everything is disregarded (MEDIA-007)',
    shows: 'an Accept without any offered type is disregarded',
    chooses: { media: { insistsOnAccept: false } },
  },
} satisfies Record<string, Variant>
