/** The floors that have slices, and which of their folders are shared by all slices instead of being one. */
export const floors = {
  contract: { folder: 'packages/shared-types/src', shared: ['changes', 'lib'] },
  bff: { folder: 'apps/bff/src', shared: ['aws', 'changes', 'db', 'jobs', 'lib'] },
  web: { folder: 'apps/web/src', shared: ['changes', 'lib', 'routes', 'ui'] },
}
