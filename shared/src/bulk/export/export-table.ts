/** For a migration: the exports of a register, waiting, under way and made. */
export function exportTable(schema: string): string[] {
  return [
    `create table ${schema}.export (
      id text collate "C" primary key,
      owner text not null,
      head json not null,
      request json not null,
      fields text[] not null,
      status text not null,
      requested_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz,
      attempts integer not null default 0,
      worker text,
      lease_until timestamptz,
      snapshot_id text,
      data_version text,
      change_cursor text,
      rows bigint,
      bytes bigint,
      files json,
      manifest json,
      manifest_signature text,
      files_until timestamptz,
      files_removed boolean not null default false,
      error json
    )`,
    `create index export_waiting on ${schema}.export (requested_at) where status in ('QUEUED', 'RUNNING')`,
    `create index export_owner on ${schema}.export (owner, started_at)`,
    `create index export_kept on ${schema}.export (files_until) where not files_removed and status = 'FINISHED'`,
  ];
}
