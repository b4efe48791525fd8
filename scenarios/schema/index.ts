export * from './base-data.ts';
export * from './figure.ts';
export * from './scenario.ts';
