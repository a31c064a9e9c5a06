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
const VERTICAL_TAB = 0x0b;
const CLOSING_BRACE = 0x7d;
/** `null`, four bytes in one number. */
const NULL_JSON = 0x6e756c6c;
/** By byte: whether JSON has it within a text as COPY has it. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH),
);

/**
 * JSON Lines of rows as `COPY` writes them in its text format, byte for byte what `row_to_json` makes of them: that takes
 * PostgreSQL several times as long as giving the rows does, and here another core does it meanwhile. What COPY escapes by a
 * backslash JSON escapes in the same way, but for what is told apart here.
 *
 * Every chunk is in the same memory: it is good until the next is asked for.
 */
export async function* jsonLines(
  rows: AsyncIterable<Buffer>,
  columns: readonly JsonColumn[],
): AsyncGenerator<Uint8Array> {
  const lines = new Lines(columns);
  // The beginning of a line whose end has not come yet.
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of rows) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0)
      yield lines.of(rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([rest, chunk.subarray(0, end)]));
    rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
  }
  if (rest.length > 0) throw new Error('the rows of COPY ended within a line');
}

class Lines {
  /** What comes before the value of each column. */
  private readonly names: readonly { readonly words: readonly number[]; readonly length: number }[];
  private readonly quoted: readonly boolean[];
  /** Bytes that a line has beside its values, at most. */
  private readonly besideValues: number;
  /** What lines are made in, kept for the next. */
  private target = Buffer.alloc(0);
  private words = new DataView(this.target.buffer);

  constructor(columns: readonly JsonColumn[]) {
    this.names = columns.map(({ name }, nth) => inWords(`${nth === 0 ? '{' : ','}${JSON.stringify(name)}:`));
    this.quoted = columns.map(({ quoted }) => quoted);
    this.besideValues = this.names.reduce((sum, { words }) => sum + 4 * words.length + 6, 2);
  }

  /** Of rows that are whole lines; good until the next are asked for. */
  of(rows: Buffer): Uint8Array {
    const { names, quoted } = this;
    this.makeRoom(rows);
    const { target, words } = this;
    let out = 0;
    let column = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const name = names[column]!;
      // Four bytes at a time; the value overwrites what is too much.
      for (let nth = 0; nth < name.words.length; nth += 1) words.setUint32(out + 4 * nth, name.words[nth]!);
      out += name.length;
      const isText = quoted[column]!;
      let byte = rows[at]!;
      if (byte === BACKSLASH && rows[at + 1] === NULL) {
        words.setUint32(out, NULL_JSON);
        out += 4;
        at += 2;
        byte = rows[at]!;
      } else {
        if (isText) target[out++] = QUOTE;
        for (; ; byte = rows[++at]!) {
          if (IS_PLAIN[byte]) {
            target[out++] = byte;
          } else if (byte === TAB || byte === NEWLINE) {
            break;
          } else if (byte < SPACE) {
            out += target.write(controlOf(byte), out, 'latin1');
          } else if (!isText) {
            // JSON, of which COPY has put a backslash before each backslash.
            target[out++] = byte === BACKSLASH ? rows[++at]! : byte;
          } else if (byte === QUOTE) {
            target[out++] = BACKSLASH;
            target[out++] = QUOTE;
          } else {
            byte = rows[++at]!;
            if (byte === LETTER_V) {
              out += target.write(controlOf(VERTICAL_TAB), out, 'latin1');
            } else {
              target[out++] = BACKSLASH;
              target[out++] = byte;
            }
          }
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
    return target.subarray(0, out);
  }

  /** For whatever becomes of them: a byte becomes six at most, and a line has its names, quotation marks and a brace. */
  private makeRoom(rows: Buffer): void {
    let lines = 0;
    for (let at = rows.indexOf(NEWLINE); at >= 0; at = rows.indexOf(NEWLINE, at + 1)) lines += 1;
    const size = lines * this.besideValues + 6 * rows.length;
    if (this.target.length >= size) return;
    this.target = Buffer.alloc(size);
    this.words = new DataView(this.target.buffer, this.target.byteOffset, size);
  }
}

/** How JSON writes a control character that it has no letter for. */
function controlOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function inWords(text: string): { readonly words: readonly number[]; readonly length: number } {
  const bytes = Buffer.from(text);
  const padded = Buffer.concat([bytes], 4 * Math.ceil(bytes.length / 4));
  return {
    words: Array.from({ length: padded.length / 4 }, (_, nth) => padded.readUInt32BE(4 * nth)),
    length: bytes.length,
  };
}
