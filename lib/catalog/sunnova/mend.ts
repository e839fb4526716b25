import { MendNotes } from './mend-notes.ts';
import { type QuotedText, quotedTextAt } from './quoted-text.ts';

export type Repaired = { ok: true; text: string; notes: string[] } | { ok: false; reason: string };

/** The samples nest once; deeper than this nothing of Sunnova's goes. */
const DEEPEST = 64;

const gap = /[\s\ufeff]*/y;
const bareKey = /[A-Za-z_][\w-]*/y;
const bareValue = /[^\s"'{}[\],]+/y;
const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

class Damaged extends Error {}

/** Reads a nearly-JSON text from front to back once, and writes it down as JSON while it goes. */
export class Mend {
  private readonly text: string;
  private readonly written: string[] = [];
  private readonly notes = new MendNotes();
  private at = 0;
  private depth = 0;
  /** A value that lost its closing quote took the comma of its line with it. */
  private commaSwallowed = false;

  constructor(text: string) {
    this.text = text;
  }

  /** The whole text as one object, or why it can't be. */
  object(): Repaired {
    try {
      this.space();
      if (this.text[this.at] !== '{') throw new Damaged('The body is not an object.');
      this.members('}');
      this.space();
      if (this.at < this.text.length) throw new Damaged('The body goes on after its end.');
      return { ok: true, text: this.written.join(''), notes: this.notes.sentences() };
    } catch (error) {
      if (error instanceof Damaged) return { ok: false, reason: error.message };
      throw error;
    }
  }

  /** An object or a list, from its opening bracket to its closing one. */
  private members(close: '}' | ']'): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Damaged('The body is nested too deeply.');
    this.copy();
    for (let first = true; ; first = false) {
      this.space();
      if (this.text[this.at] === close) break;
      const comma = first ? 0 : this.comma();
      this.space();
      if (this.text[this.at] === close && !first) {
        this.written[comma] = '';
        this.notes.commaDropped();
        break;
      }
      this.value(close === '}' ? this.key() : null);
    }
    this.commaSwallowed = false;
    this.copy();
    this.depth -= 1;
  }

  /** The comma between two values; one that was swallowed is written all the same. Returns where it was written. */
  private comma(): number {
    if (this.commaSwallowed) this.commaSwallowed = false;
    else if (this.text[this.at] === ',') this.at += 1;
    else throw this.unexpected();
    return this.written.push(',') - 1;
  }

  /** A key and its colon; returns the key for the notes. */
  private key(): string {
    const key = this.text[this.at] === '"' ? this.quotedKey() : this.bareKey();
    this.written.push(`"${key}"`);
    this.space();
    if (this.text[this.at] !== ':') throw this.unexpected();
    this.copy();
    this.space();
    return key;
  }

  private quotedKey(): string {
    const key = this.takeQuoted();
    if (!key.closed) throw new Damaged('A key lacks its closing quote.');
    return key.content;
  }

  private bareKey(): string {
    const key = this.take(bareKey)?.[0];
    if (key === undefined) throw this.unexpected();
    if (this.text[this.at] === '"') this.at += 1;
    this.notes.keyQuoted();
    return key;
  }

  private value(key: string | null): void {
    const sign = this.text[this.at];
    if (sign === '{') this.members('}');
    else if (sign === '[') this.members(']');
    else if (sign === '"') this.quoted(key);
    else this.bare(key);
  }

  /** A text in quotes. Where the line ends before the closing quote, the value ended there. */
  private quoted(key: string | null): void {
    const { content, closed } = this.takeQuoted();
    if (closed) {
      this.writeText(content);
      return;
    }
    const line = content.trimEnd();
    this.commaSwallowed = line.endsWith(',');
    this.writeText(this.commaSwallowed ? line.slice(0, -1) : line);
    this.notes.quoteClosed(key);
  }

  /** A value without quotes: a number, true, false and null are as they should be, all else is text. */
  private bare(key: string | null): void {
    const content = this.take(bareValue)?.[0];
    if (content === undefined) throw this.unexpected();
    if (literal.test(content)) {
      this.written.push(content);
      return;
    }
    this.written.push(JSON.stringify(content));
    this.notes.valueQuoted(key);
  }

  private space(): void {
    const space = this.take(gap)?.[0] ?? '';
    // What is no white space to JSON (a non-breaking space, a byte-order mark) is written as a plain space.
    if (space !== '') this.written.push(space.replace(/[^ \t\r\n]/g, ' '));
  }

  private copy(): void {
    this.written.push(this.text[this.at] ?? '');
    this.at += 1;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** A text as it was written, but for tabs, which JSON does not take. */
  private writeText(content: string): void {
    this.written.push(`"${content.replaceAll('\t', '\\t')}"`);
  }

  private takeQuoted(): QuotedText {
    const found = quotedTextAt(this.text, this.at);
    if (!found) throw new Damaged('The body is cut off inside a text.');
    this.at = found.end;
    return found;
  }

  private unexpected(): Damaged {
    if (this.at >= this.text.length) return new Damaged('The body is cut off: it does not close itself.');
    const line = this.text.slice(0, this.at).split('\n').length;
    return new Damaged(`The body is damaged in line ${line} in a way that is not known.`);
  }
}
