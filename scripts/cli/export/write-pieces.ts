import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#lib/errors.ts';

/**
 * Writes the pieces to a new file, or to standard output without one. A file has its name only once it is whole. Throws
 * INVALID where the file is there already or its folder is not.
 */
export async function writePieces(pieces: AsyncIterable<string>, file: string | undefined): Promise<void> {
  const source = Readable.from(pieces);
  if (file === undefined) {
    // Whoever reads may have seen enough (head, less): that is no failure.
    await pipeline(source, process.stdout, { end: false }).catch((error: unknown) => {
      if (codeOf(error) !== 'EPIPE') throw error;
    });
    return;
  }
  if (existsSync(file)) throw new AppError('INVALID', `${file} is there already. Choose another name.`);
  const part = `${file}.part`;
  try {
    await pipeline(source, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (codeOf(error) === 'ENOENT')
      throw new AppError('INVALID', `There is no folder for ${file}. Make it first.`);
    if (codeOf(error) === 'EACCES')
      throw new AppError('INVALID', `${file} cannot be written: no permission.`);
    throw error;
  }
  console.error(`Written to ${file}.`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
