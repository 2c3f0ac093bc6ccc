import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { closedPort, type Pem } from '../local-servers'

/** How nginx listens. */
export interface Listening {
  readonly tls?: Pem
  readonly http2?: boolean
  /** Connections to the tenant are kept as well. */
  readonly keepsAlive?: boolean
}

/** nginx in front of a tenant. */
export interface Front {
  readonly port: number
  /** PEM file of its certificate; only with TLS. */
  readonly caFile?: string
  /** Its access log: a line for each request. */
  readonly log: () => readonly Logged[]
  readonly close: () => Promise<void>
}

export interface Logged {
  readonly connection: number
  /** Number of the request on its connection, from 1. */
  readonly number: number
  readonly protocol: string
  readonly status: number
}

/** What `nginx -v` says; `undefined` where there is no nginx. Debian keeps it where only root looks. */
export const nginxVersion = (): string | undefined => {
  const { status, stderr } = spawnSync('nginx', ['-v'], { encoding: 'utf8', env: environment })
  return status === 0 ? stderr.trim() : undefined
}

const environment = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` }

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'] as const

/** The tenant under its name, and no response for everybody else: what the guide's 444 is made of. */
const configuration = (port: number, behind: number, { tls, http2, keepsAlive }: Listening): string => {
  const listen = `listen 127.0.0.1:${port}${tls ? ' ssl' : ''}${http2 ? ' http2' : ''}`
  const certificate = tls ? 'ssl_certificate cert.pem; ssl_certificate_key key.pem;' : ''
  return `
    ${process.getuid?.() === 0 ? 'user www-data;' : ''}
    daemon off;
    worker_processes 1;
    pid nginx.pid;
    error_log error.log;
    events { worker_connections 256; }
    http {
      log_format own '$connection $connection_requests $server_protocol $status';
      access_log access.log own;
      ${temporary.map(name => `${name}_temp_path ${name};`).join(' ')}
      ${certificate}
      upstream tenant { server 127.0.0.1:${behind}; ${keepsAlive ? 'keepalive 8;' : ''} }
      server { ${listen} default_server; server_name _; return 444; }
      server {
        ${listen}; server_name localhost;
        location / {
          proxy_pass http://tenant;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $http_host;
        }
      }
    }`
}

const isUp = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const tell = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', tell(true)).once('error', tell(false))
  })

const logged = (line: string): Logged => {
  const [connection = '', number = '', protocol = '', status = ''] = line.split(' ')
  return { connection: Number(connection), number: Number(number), protocol, status: Number(status) }
}

/**
 * Starts nginx on a free port of the loopback interface, with a folder, a log and a process of its own; nothing of the
 * system's configuration is used.
 * @param behind port of the tenant
 * @throws Error with what nginx says where it does not start
 */
export const startNginx = async (behind: number, listening: Listening = {}): Promise<Front> => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  chmodSync(folder, 0o711) // Its worker is another user, who has to pass.
  const port = await closedPort()
  if (listening.tls) {
    writeFileSync(join(folder, 'cert.pem'), listening.tls.cert)
    writeFileSync(join(folder, 'key.pem'), listening.tls.key)
  }
  writeFileSync(join(folder, 'nginx.conf'), configuration(port, behind, listening))
  const file = (name: string) => join(folder, name)
  const args = ['-p', folder, '-c', file('nginx.conf'), '-e', file('error.log')]
  const child = spawn('nginx', args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()).once('error', () => resolve()))
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (const until = performance.now() + 5_000; !(await isUp(port)); await pause(20)) {
    if (child.exitCode === null && performance.now() < until) continue
    await close()
    throw new Error(`nginx does not start: ${said}`)
  }
  return {
    port,
    ...(listening.tls && { caFile: file('cert.pem') }),
    log: () => readFileSync(file('access.log'), 'utf8').split('\n').filter(Boolean).map(logged),
    close,
  }
}
