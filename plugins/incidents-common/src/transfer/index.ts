/**
 * From the rows of another system to incidents of the past, and from incidents of
 * this one to rows.
 *
 * @packageDocumentation
 */
export type * from './rows';
export { columnsOf } from './columns';
export { EXPORTED_COLUMNS, exported, type ExportedValue } from './exported';
export { refsOf } from './refsOf';
export { readerOf, type PastReader, type Reading } from './pastOf';
