const patternOf = (glob: string) =>
  new RegExp(
    `^${glob
      .toLowerCase()
      .split('*')
      .map(part => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*')}$`,
  )

/**
 * Whether a pattern means a host: `*` stands for any characters, letter case does not count.
 * @param glob such as `*.example.com`
 * @param host name without a port; null where the address of the tenant is not known, which only `*` means
 */
export const means = (glob: string, host: string | null): boolean => patternOf(glob).test((host ?? '').toLowerCase())

/** The host name of an address, without its port; null for none. */
export const hostOf = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).hostname : null
