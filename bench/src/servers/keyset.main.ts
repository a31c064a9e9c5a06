/** The two lists with nothing but keyset SQL, `pg` and `node:http`. The body of a request names the list. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const asNumber = new Set<number>([pg.types.builtins.INT8]);
const asText = new Set<number>([pg.types.builtins.DATE]);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  types: {
    getTypeParser: ((oid: number, format: 'text') =>
      asNumber.has(oid) ? Number : asText.has(oid) ? String : pg.types.getTypeParser(oid, format)) as never,
  },
});

const FROM_START = `from cases.enforcement_case where (territory, id) > (0, '') order by territory, id limit`;

async function list(): Promise<unknown> {
  const { rows: nodes } = await pool.query(
    `select territory, id, state, kind, amount, paid, decided_on as "decidedOn" ${FROM_START} 100`,
  );
  const ids = nodes.map(({ id }) => id as string);
  const [petitions, obligations, assets] = await Promise.all(
    [
      'select case_id, id, kind, state, received_on as "receivedOn" from complaints.petition',
      'select case_id, id, category, amount, collected from recovery.obligation',
      'select case_id, id from recovery.asset',
    ].map((select) => pool.query(`${select} where case_id = any($1) order by id`, [ids])),
  );
  const ofCase = (rows: readonly { case_id: string }[], caseId: string): unknown[] =>
    rows.filter(({ case_id }) => case_id === caseId).map(({ case_id: _caseId, ...row }) => row);
  return nodes.map(({ territory: _territory, ...row }) => {
    const owed = ofCase(obligations!.rows, row.id);
    const isInRecovery = owed.length > 0 || ofCase(assets!.rows, row.id).length > 0;
    return {
      ...row,
      petitions: ofCase(petitions!.rows, row.id),
      recovery: isInRecovery ? { obligations: owed } : null,
    };
  });
}

async function page(): Promise<unknown> {
  const { rows } = await pool.query(
    `select id, state, kind, initiation, judgment_number as "judgmentNumber", received_on as "receivedOn",
            decided_on as "decidedOn", decision_number as "decisionNumber", amount, paid, ended_on as "endedOn",
            last_event_on as "lastEventOn" ${FROM_START} 1000`,
  );
  return rows;
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', async () => {
    const nodes = (JSON.parse(body) as { query: string }).query === 'list' ? await list() : await page();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { nodes } }));
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
