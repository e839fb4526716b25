import { Mend, type Repaired } from './mend.ts';

/**
 * Valid JSON text out of a body written as Sunnova's page prints its samples: keys without quotes or with one of
 * them, a value that lacks its closing quote at the end of its line, a value without quotes (an e-mail address), a
 * comma behind the last value. Everything else stays as it came, keys told twice among it, and `notes` say what was
 * changed. It makes up no ending: a body that is cut off, goes on after its end or is not an object is refused.
 * Takes time in proportion to the text, and never throws.
 */
export function repairSunnova(text: string): Repaired {
  const repaired = new Mend(text).object();
  if (!repaired.ok) return repaired;
  try {
    JSON.parse(repaired.text);
    return repaired;
  } catch {
    return { ok: false, reason: 'The body is damaged in a way that is not known.' };
  }
}
