import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import type { Pem } from '../local-servers'

const day = 86_400_000

/** A certificate of its own authority for a host, good between two days counted from now. */
export const certificateFor = async (host: string, from = -1, to = 30): Promise<Pem> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + to * day),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  })
  return { cert, key }
}

const folder = mkdtempSync(join(tmpdir(), 'wrong-'))

/** A file with a text, for settings that want one. */
export const fileWith = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
