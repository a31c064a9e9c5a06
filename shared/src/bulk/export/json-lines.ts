import { Transform, type TransformCallback } from 'node:stream';

/** A value of a row: `quoted` is a text between quotation marks, and what is not is JSON as it is. */
export interface JsonColumn {
  readonly name: string;
  readonly quoted: boolean;
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
/** What COPY writes after a backslash for a null, which is a value of its own. */
const NULL = 0x4e;
/** And for a vertical tab, which JSON has no letter for. */
const LETTER_V = 0x76;
const CLOSING_BRACE = 0x7d;

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const NULL_JSON = ascii('null');
/** By control character, how JSON writes those that it has no letter for. */
const CONTROLS = Array.from({ length: SPACE }, (_, code) => ascii(`\\u${code.toString(16).padStart(4, '0')}`));
const VERTICAL_TAB = CONTROLS[0x0b]!;

/**
 * Makes JSON Lines of rows as `COPY` writes them in its text format, byte for byte what `row_to_json` makes of them: that
 * takes PostgreSQL several times as long as giving the rows does, and here another core does it meanwhile.
 * What COPY escapes by a backslash JSON escapes in the same way, but for what is told apart here.
 */
export class JsonLines extends Transform {
  /** What comes before the value of each column. */
  private readonly before: readonly Uint8Array[];
  private readonly quoted: readonly boolean[];
  /** Bytes that a line has beside its values, at most. */
  private readonly names: number;
  /** What lines are made in, kept for the next. */
  private target: Buffer = Buffer.alloc(0);
  /** The beginning of a line whose end has not come yet. */
  private rest: Buffer = Buffer.alloc(0);

  constructor(columns: readonly JsonColumn[]) {
    super();
    this.before = columns.map(({ name }, nth) => ascii(`${nth === 0 ? '{' : ','}${JSON.stringify(name)}:`));
    this.quoted = columns.map(({ quoted }) => quoted);
    this.names = this.before.reduce((sum, name) => sum + name.length + 4, 2);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      this.rest = Buffer.concat([this.rest, chunk]);
      done();
      return;
    }
    const lines = this.rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([this.rest, chunk.subarray(0, end)]);
    this.rest = Buffer.from(chunk.subarray(end));
    done(null, this.linesOf(lines));
  }

  override _flush(done: TransformCallback): void {
    done(this.rest.length > 0 ? new Error('the rows of COPY ended within a line') : null);
  }

  /** Of whole lines. */
  private linesOf(rows: Buffer): Buffer {
    const { before, quoted } = this;
    const target = this.room(rows);
    let out = 0;
    let column = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const name = before[column]!;
      for (let nth = 0; nth < name.length; nth += 1) target[out++] = name[nth]!;
      let byte = rows[at]!;
      if (byte === BACKSLASH && rows[at + 1] === NULL) {
        target.set(NULL_JSON, out);
        out += NULL_JSON.length;
        at += 2;
        byte = rows[at]!;
      } else {
        const isText = quoted[column]!;
        if (isText) target[out++] = QUOTE;
        for (; byte !== TAB && byte !== NEWLINE; byte = rows[++at]!) {
          if (byte === BACKSLASH) {
            byte = rows[++at]!;
            if (isText && byte === LETTER_V) {
              target.set(VERTICAL_TAB, out);
              out += VERTICAL_TAB.length;
              continue;
            }
            if (isText) target[out++] = BACKSLASH;
          } else if (isText && byte === QUOTE) {
            target[out++] = BACKSLASH;
          } else if (byte < SPACE) {
            target.set(CONTROLS[byte]!, out);
            out += CONTROLS[byte]!.length;
            continue;
          }
          target[out++] = byte;
        }
        if (isText) target[out++] = QUOTE;
      }
      column += 1;
      if (byte === NEWLINE) {
        target[out++] = CLOSING_BRACE;
        target[out++] = NEWLINE;
        column = 0;
      }
    }
    return Buffer.from(target.subarray(0, out));
  }

  /** For whatever becomes of them: a byte becomes six at most, and has a name, two quotation marks and a brace at most. */
  private room(rows: Buffer): Buffer {
    let lines = 0;
    for (let at = rows.indexOf(NEWLINE); at >= 0; at = rows.indexOf(NEWLINE, at + 1)) lines += 1;
    const size = lines * this.names + 6 * rows.length;
    if (this.target.length < size) this.target = Buffer.allocUnsafe(size);
    return this.target;
  }
}
