import { host as law } from '../laws/host'
import type { Defect } from './defect'

/** What can go wrong with the Host policy. */
export const host = {
  'host-ignored': {
    story: 'any Host is served',
    caughtBy: ['HOST-001', 'HOST-006', 'HOST-007'],
    breaks: { host: { isOurs: () => true } },
  },
  'foreigners-get-a-body': {
    story: 'the 444 has the errors envelope',
    caughtBy: ['HOST-002'],
    breaks: { host: { bodyForForeigners: '{"errors":[{"code":"host","message":"The host is not known."}]}' } },
  },
  'host-case-sensitive': {
    story: 'the case of the Host counts',
    caughtBy: ['HOST-003'],
    breaks: { host: { hostOf: name => name.replace(/:\d*$/, '') } },
  },
  'default-port-refused': {
    story: 'the Host with the default port is foreign',
    caughtBy: ['HOST-004'],
    breaks: { host: { hostOf: name => (/:(80|443)$/.test(name) ? name : law.hostOf(name)) } },
  },
  'host-suffix-accepted': {
    story: 'a Host that ends like ours is ours',
    caughtBy: ['HOST-006'],
    breaks: { host: { isOurs: (host, fqdn) => host.endsWith(fqdn) } },
  },
  'host-prefix-accepted': {
    story: 'a Host that begins like ours is ours',
    caughtBy: ['HOST-006'],
    breaks: { host: { isOurs: (host, fqdn) => host.startsWith(fqdn) } },
  },
  'loopback-exempt': {
    story: 'IP literals pass for the sake of health checks',
    caughtBy: ['HOST-007'],
    breaks: { host: { isOurs: (host, fqdn) => host === fqdn || /^[\d.]+$|^\[.*\]$/.test(host) } },
  },
  'two-hosts-accepted': {
    story: 'of several Host lines any good one counts',
    caughtBy: ['HOST-008'],
    breaks: { host: { isWellFormed: names => names.length > 0 } },
  },
  'host-unchecked-in-public': {
    story: 'only client administration checks the Host',
    caughtBy: ['HOST-009'],
    breaks: { host: { covers: path => path.startsWith('/acs/broker/') } },
  },
  'effect-before-host': {
    story: 'a request with a foreign Host takes effect',
    caughtBy: ['HOST-010'],
    breaks: { gates: ['authentication', 'method', 'authorization', 'media', 'effect', 'host'] },
  },
  'authentication-before-host': {
    story: 'authentication is judged before the Host',
    caughtBy: ['HOST-011'],
    breaks: { gates: ['authentication', 'host', 'method', 'authorization', 'media', 'effect'] },
  },
  'forwarded-host-believed': {
    story: 'X-Forwarded-Host takes the place of Host',
    caughtBy: ['HOST-012'],
    breaks: {
      host: {
        named: (header, authority) => [...header('x-forwarded-host'), ...law.named(header, authority)].slice(0, 1),
      },
    },
  },
  'issuer-from-forwarded-host': {
    story: 'published addresses follow X-Forwarded-Host',
    caughtBy: ['HOST-012'],
    breaks: {
      openid: {
        issuer: (baseUrl, header) => `${header('x-forwarded-host').map(name => `https://${name}`)[0] ?? baseUrl}/acs`,
      },
    },
  },
  'foreign-port-crashes': {
    story: 'port 0 in the Host is a server error',
    caughtBy: ['HOST-005'],
    breaks: {
      host: {
        hostOf: name => {
          if (name.endsWith(':0')) throw new RangeError('port out of range')
          return law.hostOf(name)
        },
      },
    },
  },
  'trailing-dot-crashes': {
    story: 'a trailing dot behind the host name is a server error',
    caughtBy: ['HOST-014'],
    breaks: {
      host: {
        hostOf: name => {
          const labels = law.hostOf(name).split('.')
          if (labels.some(label => label === '')) throw new Error('empty label')
          return labels.join('.')
        },
      },
    },
  },
  'target-authority-ignored': {
    story: 'the authority of an absolute target is not looked at',
    caughtBy: ['HOST-013'],
    breaks: { host: { named: header => header('host') } },
  },
} satisfies Record<string, Defect>
