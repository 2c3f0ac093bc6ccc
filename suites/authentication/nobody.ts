export { nobodysId } from '../../harness'
