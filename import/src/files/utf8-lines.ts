import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { FileFault } from '../fault';

const NEW_LINE = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';
const UTF8 = 'the file saved as UTF-8, in Excel as "CSV UTF-8 (comma delimited)"';

/** The text of a file in pieces of whole lines, in one Unicode form (NFC), without a byte order mark. */
export async function* readText(file: string): AsyncGenerator<{ readonly text: string; readonly firstLine: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let firstLine = 1;
  const decoded = (bytes: Buffer): { text: string; firstLine: number } => {
    if (!isUtf8(bytes)) throw invalid(file, bytes, firstLine);
    const text = bytes.toString('utf8').normalize('NFC');
    const piece = {
      text: firstLine === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text,
      firstLine,
    };
    for (const byte of bytes) if (byte === NEW_LINE) firstLine += 1;
    return piece;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(NEW_LINE) + 1;
    if (end > 0) yield decoded(bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield decoded(rest);
}

function invalid(file: string, bytes: Buffer, firstLine: number): FileFault {
  if (firstLine === 1 && /^(fffe|feff)/.test(bytes.toString('hex', 0, 2))) {
    return new FileFault({ file, line: 1 }, 'The file is in UTF-16.', UTF8);
  }
  let line = firstLine;
  for (let from = 0; ; line += 1) {
    const next = bytes.indexOf(NEW_LINE, from);
    const one = bytes.subarray(from, next < 0 ? bytes.length : next);
    if (!isUtf8(one)) {
      const before = longestValid(one);
      const byte = one[before]!.toString(16).toUpperCase().padStart(2, '0');
      return new FileFault(
        { file, line, column: `${before + 1} (byte)` },
        `The byte ${byte} is not UTF-8 here, after ${JSON.stringify(one.toString('utf8', Math.max(0, before - 20), before))}.`,
        UTF8,
      );
    }
    from = next + 1;
  }
}

/** How many of the first bytes are whole characters. */
function longestValid(bytes: Buffer): number {
  let valid = 0;
  for (let length = 1; length <= bytes.length && length - valid <= 4; length += 1) {
    if (isUtf8(bytes.subarray(valid, length))) valid = length;
  }
  return valid;
}
