/** The id of no client, directory, provider, user or group: a random UUID, drawn once, that no tenant has ever given away. */
export const nobodysId = '6f0c9a1e-5b7d-4c38-9e42-d1a87b30c5f6'
