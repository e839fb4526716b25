import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const lineSchema = z.object({
  path: z.string(),
  headers: z.looseObject({ 'heliograph-event': z.string() }),
  body: z.looseObject({ number: z.number() }),
});

/** What the stand-in CRM stored: which event, by which flow. */
export type LedgerLine = { eventId: string; path: string; number: number };

/** The lines of the ledger whose event number lies in the round. A line that a kill cut off was never stored. */
export async function readLedger(file: string, from: number, to: number): Promise<LedgerLine[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').flatMap((text) => {
    try {
      const line = lineSchema.parse(JSON.parse(text));
      return [{ eventId: line.headers['heliograph-event'], path: line.path, number: line.body.number }];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
  return lines.filter(({ number }) => number >= from && number <= to);
}
