/** Names of keys that one note mentions at most. */
const MOST_NAMED = 5;

/** Counts what was mended, and says it in plain words without a value in them. */
export class MendNotes {
  private keys = 0;
  private commas = 0;
  private readonly closed: (string | null)[] = [];
  private readonly quoted: (string | null)[] = [];

  keyQuoted(): void {
    this.keys += 1;
  }

  commaDropped(): void {
    this.commas += 1;
  }

  quoteClosed(key: string | null): void {
    this.closed.push(key);
  }

  valueQuoted(key: string | null): void {
    this.quoted.push(key);
  }

  sentences(): string[] {
    const notes: string[] = [];
    if (this.keys > 0) notes.push(`Put quotes around ${this.keys === 1 ? 'a key' : `${this.keys} keys`}.`);
    if (this.closed.length > 0)
      notes.push(`Closed the quote of ${named(this.closed)} at the end of its line.`);
    if (this.quoted.length > 0) notes.push(`Read ${named(this.quoted)} as text, though without quotes.`);
    if (this.commas > 0) notes.push('Dropped a comma behind the last value.');
    return notes;
  }
}

function named(keys: readonly (string | null)[]): string {
  const names = keys.slice(0, MOST_NAMED).map((key) => (key === null ? 'a value' : `“${key.slice(0, 60)}”`));
  if (keys.length > MOST_NAMED) names.push(`${keys.length - MOST_NAMED} more`);
  return names.join(', ');
}
