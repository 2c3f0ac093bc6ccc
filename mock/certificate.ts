import { generate } from 'selfsigned'
import type { Certificate } from './listener'

/** A self-signed certificate for a name and the loopback address: its own authority. */
export const createCertificate = async (fqdn: string): Promise<Certificate> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: fqdn }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: fqdn },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { cert, key }
}
