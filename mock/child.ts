import { serve } from './serve'

// The tenant in a process of its own, as long as its parent lives. Ctrl-C reaches the whole group of processes; the
// tenant outlives it, because whoever clears away still needs it.

const { baseUrl, client, controlUrl, close } = await serve()
process.on('SIGINT', () => {})
process.once('disconnect', () => void close().then(() => process.exit(0)))
process.send?.({ baseUrl, client, controlUrl })
