import type { Body } from './repair'

/** Turns a good body into a hostile one. */
export type Spoil = (good: Body) => { readonly text: string | Uint8Array; readonly slip: string }
