/**
 * What a check varies, as its title says behind the id and the rule of its requirement: `a 7-minute client`.
 * @param title of the check, `id · rule · twist`
 * @param rule the sentence of the requirement
 * @returns the twist; empty where the title has none
 */
export const twistOf = (title: string, id: string, rule: string): string =>
  [id, rule]
    .reduce((rest, part) => {
      const text = rest.trim()
      return part !== '' && text.startsWith(part) ? text.slice(part.length).replace(/^\s*·/, '') : text
    }, title)
    .trim()
