type Tags = Record<string, string>

const isOwn = ([key]: [string, string]) => !key.startsWith('aws:')

/** The tags of a stage as wanted. Those that AWS sets by itself (`aws:…`) stay as they are: nobody else can set them. */
export const ownTags = (present: Tags, wanted: Tags): Tags =>
  Object.fromEntries([...Object.entries(present).filter((tag) => !isOwn(tag)), ...Object.entries(wanted).filter(isOwn)])
