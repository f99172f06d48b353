/** What differs by host: everything here needs Node. */
export * from './files';
export * from './scanFile';
export * from './zoneOffset';
