/** The ways of a text to stand in another one, by means of their own: what is tested does not test itself. */
export const disguises = (secret: string): readonly string[] => {
  const url = encodeURIComponent(secret)
  const base64 = ['', 'x', 'xx'].map(lead => {
    const text = Buffer.from(lead + secret, 'utf8')
      .toString('base64')
      .replace(/=+$/, '')
    return text.slice(lead.length === 0 ? 0 : 4, text.length - (text.length % 4 === 0 ? 0 : 1))
  })
  return [
    secret,
    url,
    JSON.stringify(secret).slice(1, -1),
    ...base64,
    ...base64.map(text => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}
