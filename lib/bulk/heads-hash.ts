import { createHash } from 'node:crypto';
import { plainName } from './recognise-columns.ts';

/** Stands for the names of a file's columns in their order, however they are spelled. */
export function headsHash(heads: readonly string[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    createHash('sha256')
      .update(JSON.stringify(heads.map(plainName)))
      .digest(),
  );
}
