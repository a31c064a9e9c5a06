import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { jsonLines } from './json-lines';

it('a line of JSON is byte for byte what PostgreSQL makes of the row, whatever is in it', async () => {
  const client = new pg.Client({ connectionString: process.env.THADS_TEST_DATABASE_URL! });
  await client.connect();
  try {
    const { rows: texts } = await client.query<{ text: string | null }>(
      `select 'a' || chr(code) || 'b' || chr(code) as text from generate_series(1, 700) code
       union all select unnest(array['', null, E'\\\\N', 'N', E'\\\\', E'\\\\.', '"', E'\\\\"', E'\\v\\\\v', '{"a":1}', '😀', 'Đỗ Thị "Ẩn"'])`,
    );
    await client.query('create temporary table odd (nth integer, text text, list text[], flag boolean, day date)');
    await client.query(
      `insert into odd select nth, text, array[text, 'x'], nth % 2 = 0, date '2024-02-28' + nth::integer
       from unnest($1::text[]) with ordinality as t(text, nth)`,
      [texts.map(({ text }) => text)],
    );
    const { rows } = await client.query<{ line: string }>(
      'select row_to_json(o)::text as line from (select * from odd order by nth) o',
    );
    for (const size of [1, 7, 65_536]) {
      const source = client.query(
        copyTo('copy (select nth, text, to_json(list)::text, flag::text, day from odd order by nth) to stdout'),
      );
      const quoted = new Set(['text', 'day']);
      const columns = ['nth', 'text', 'list', 'flag', 'day'].map((name) => ({ name, quoted: quoted.has(name) }));
      const inPieces = async function* (): AsyncGenerator<Buffer> {
        for await (const chunk of source) {
          for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
        }
      };
      const chunks: Buffer[] = [];
      for await (const chunk of jsonLines(inPieces(), columns)) chunks.push(Buffer.from(chunk));
      expect(Buffer.concat(chunks).toString('utf8').split('\n')).toEqual([...rows.map(({ line }) => line), '']);
    }
  } finally {
    await client.end();
  }
});

it('rows that end within a line are no rows', async () => {
  const cut = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from('1\n2');
  };
  const read = async (): Promise<void> => {
    for await (const chunk of jsonLines(cut(), [{ name: 'a', quoted: false }])) {
      expect(Buffer.from(chunk).toString()).toBe('{"a":1}\n');
    }
  };
  await expect(read()).rejects.toThrow('ended within a line');
});
