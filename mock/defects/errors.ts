import { freshId } from '../chance'
import type { Distortion } from '../tenant'
import type { Defect } from './defect'
import {
  asHtml,
  onRefusals,
  onStatus,
  retyping,
  withHeader,
  withMember,
  withStatus,
  withoutBody,
  wrappedIn,
} from './distortions'

const trace = 'java.lang.NullPointerException at com.example.acs.ClientService.create(ClientService.java:42)'

const page: Distortion = wire => ({ ...asHtml()(wire), body: '<p>There is no client <script>alert(1)</script>.</p>' })

/** What can go wrong when an error is reported. */
export const errors = {
  'errors-no-list': {
    story: 'errors is an object',
    caughtBy: ['ERR-001'],
    distorts: { 'every line': onRefusals(retyping('errors', 'object')) },
  },
  'errors-empty': {
    story: 'errors is an empty list',
    caughtBy: ['ERR-001'],
    distorts: { 'every line': onRefusals(withMember('errors', [])) },
  },
  'code-numeric': {
    story: 'an error code is a number',
    caughtBy: ['ERR-002'],
    distorts: { 'every line': onRefusals(retyping('errors.0.code', 'number')) },
  },
  'message-null': {
    story: 'an error message is null',
    caughtBy: ['ERR-002'],
    distorts: { 'every line': onRefusals(retyping('errors.0.message', 'null')) },
  },
  'parameters-positional': {
    story: 'parameters is a list',
    caughtBy: ['ERR-003'],
    distorts: { 'every line': onRefusals(retyping('errors.0.parameters', 'array')) },
  },
  'errors-labelled-html': {
    story: 'errors are JSON and labelled HTML',
    caughtBy: ['ERR-004'],
    distorts: { 'every line': onRefusals(withHeader('content-type', 'text/html')) },
  },
  'template-unexpanded': {
    story: 'a message keeps its placeholder',
    caughtBy: ['ERR-005', 'CLI-016'],
    distorts: {
      'POST /acs/broker/oauth2-clients': onStatus(409)(
        withMember('errors.0.message', 'OAuth2 Client with client id {client_id} already exists.'),
      ),
    },
  },
  'bad-input-500': {
    story: 'invalid input is answered 500',
    caughtBy: ['ERR-008'],
    distorts: { 'every line': onStatus(400)(withStatus(500)) },
  },
  'conflict-answered-200': {
    story: 'a refused creation is answered 200',
    caughtBy: ['ERR-009', 'CLI-015'],
    distorts: { 'POST /acs/broker/oauth2-clients': onStatus(409)(withStatus(200)) },
  },
  'stack-trace-shown': {
    story: 'a message is a stack trace',
    caughtBy: ['ERR-010'],
    distorts: { 'every line': onRefusals(withMember('errors.0.message', trace)) },
  },
  'request-echoed': {
    story: 'a validation message prints the whole request',
    caughtBy: ['ERR-011'],
    breaks: { clients: { complaint: (member, rule, draft) => `${member} ${rule} in ${JSON.stringify(draft)}` } },
  },
  'one-code-for-all': {
    story: 'every error has the same code',
    caughtBy: ['ERR-007'],
    distorts: { 'POST /acs/broker/oauth2-clients': onRefusals(withMember('errors.0.code', 'error')) },
  },
  'code-is-a-serial': {
    story: 'a code is another one each time',
    caughtBy: ['ERR-006', 'ERR-013'],
    distorts: { 'POST /acs/broker/oauth2-clients': onRefusals(wire => withMember('errors.0.code', freshId())(wire)) },
  },
  'id-reflected-in-a-page': {
    story: 'a missing client is answered with a page that holds its id as it was sent',
    caughtBy: ['ERR-012', 'ERR-015'],
    distorts: { 'GET /acs/broker/oauth2-clients/{id}': onStatus(404)(page) },
  },
  'not-found-page': {
    story: 'a missing client is answered with a page',
    caughtBy: ['ERR-015', 'CLI-014'],
    distorts: { 'GET /acs/broker/oauth2-clients/{id}': onStatus(404)(asHtml()) },
  },
  'framework-error': {
    story: 'errors come in the shape of the framework',
    caughtBy: ['ERR-001', 'ERR-015'],
    distorts: { 'GET /acs/broker/oauth2-clients/{id}': onStatus(404)(wrappedIn('error')) },
  },
  'denial-without-body': {
    story: 'a denial has no body',
    caughtBy: ['AUTHZ-010', 'ERR-001'],
    distorts: { 'every line': onStatus(403)(withoutBody()) },
  },
} satisfies Record<string, Defect>
