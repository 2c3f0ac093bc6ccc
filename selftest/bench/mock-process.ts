import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const main = join(__dirname, '../../mock/main.ts')

/** A mock in a process of its own, as `npm run mock` starts it. */
export interface MockProcess {
  /** What it printed, ready for the environment. */
  readonly settings: Readonly<Record<string, string>>
  /** From the start of the process to its address, and to its first answer, in milliseconds. */
  readonly addressAfter: number
  readonly answerAfter: number
  readonly stop: () => Promise<void>
}

/** Starts a mock and waits until it answers. */
export const startMock = async (): Promise<MockProcess> => {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', main], { stdio: ['ignore', 'pipe', 'inherit'] })
  const settings: Record<string, string> = {}
  for await (const line of createInterface(child.stdout)) {
    const [name = '', ...rest] = line.split('=')
    settings[name] = rest.join('=')
    if (name === 'CONFORMANCE_MOCK_CONTROL') break
  }
  const addressAfter = performance.now() - begun
  await fetch(`${settings.TENANT_BASE_URL}/acs/jwks`).then(response => response.text())
  return {
    settings,
    addressAfter,
    answerAfter: performance.now() - begun,
    async stop() {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
