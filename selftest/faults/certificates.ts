import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import type { Pem } from '../local-servers'

export type Papers = 'good' | 'expired' | 'wrong-host' | 'unknown'

/** Certificates of a tenant, and the file of the authorities that are trusted. */
export interface Wallet {
  readonly papers: Readonly<Record<Papers, Pem>>
  readonly caFile: string
  readonly discard: () => void
}

const day = 86_400_000

const certificate = async (host: string, from: number, to: number): Promise<Pem> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + to * day),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  })
  return { cert, key }
}

/** Makes certificates; all but the unknown one are trusted, so that each is refused for the one reason it is there for. */
export const walletOf = async (): Promise<Wallet> => {
  const [good, expired, wrongHost, unknown] = await Promise.all([
    certificate('localhost', -1, 30),
    certificate('localhost', -30, -1),
    certificate('elsewhere.example', -1, 30),
    certificate('localhost', -1, 30),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const caFile = join(folder, 'trusted.pem')
  writeFileSync(caFile, [good, expired, wrongHost].map(({ cert }) => cert).join('\n'))
  return {
    papers: { good, expired, 'wrong-host': wrongHost, unknown },
    caFile,
    discard: () => rmSync(folder, { recursive: true }),
  }
}
