/**
 * The tenant alone, until it is interrupted.
 *
 *   --port N          port of the API (a free one unless given)
 *   --tls             serve HTTPS with a certificate made for this run
 *   --defect NAME     a tenant with this fault, see mock/defects
 *   --variant NAME    a tenant with this legitimate choice, see mock/variants; may be repeated
 *   --help            this text
 *
 * It prints lines that can be pasted into .env. A wrong flag or name ends with exit status 2.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from './serve'
import type { ServeOptions } from './serve'

const usage = `usage: npm run mock -- [--port N] [--tls] [--defect NAME] [--variant NAME]... [--help]
`

const print = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

const giveUp = (reason: unknown): never => {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n${usage}`)
  process.exit(2)
}

const portOf = (text: string): number =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535
    ? Number(text)
    : giveUp(`--port takes a number from 0 to 65535, not "${text}".`)

const flags = () => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        tls: { type: 'boolean' },
        defect: { type: 'string' },
        variant: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    return giveUp(error)
  }
}

/** Writes the certificate where other processes can read it; answers its file and how to remove it. */
const publish = (ca: string): { file: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'))
  const file = join(folder, 'ca.pem')
  writeFileSync(file, ca)
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const run = async (options: ServeOptions): Promise<void> => {
  const { baseUrl, client, controlUrl, ca, close } = await serve(options)
  const published = ca === undefined ? undefined : publish(ca)
  const stop = (): void => {
    published?.remove()
    void close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  print(
    `TENANT_BASE_URL=${baseUrl}`,
    `TENANT_CLIENT_ID=${client.id}`,
    `TENANT_CLIENT_SECRET=${client.secret}`,
    'TENANT_WRITES=allow',
    ...(published ? [`TENANT_CA_FILE=${published.file}`] : []),
    `CONFORMANCE_MOCK_CONTROL=${controlUrl}`,
  )
}

const { port, tls, defect, variant, help } = flags()
if (help) print(usage.trim(), '', 'Serves a tenant on the loopback interface until it is interrupted.')
else
  void run({
    ...(port !== undefined && { port: portOf(port) }),
    ...(tls && { tls }),
    ...(defect !== undefined && { defect }),
    ...(variant && { variants: variant }),
  }).catch(giveUp)
