export { CatalogDirectory } from './CatalogDirectory';
export type { CatalogQuery } from './CatalogSource';
export type { DirectoryEntity } from './DirectoryReader';
export type { RefreshStatus } from './RefreshLog';
export { readCatalogSettings, type CatalogSettings } from './settings';
