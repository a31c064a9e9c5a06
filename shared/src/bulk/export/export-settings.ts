import path from 'node:path';
import type { EnvironmentReader } from '../../config/environment';
import { signingKeyFault } from './export-key';

export interface ExportSettings {
  /** Where the files are; made when the first export is. */
  readonly folder: string;
  /** Text of the private key that manifests are signed with; undefined: one that is made and kept in the folder. */
  readonly signingKey: string | undefined;
  /** For how long files are kept. */
  readonly keepMs: number;
  /** How many exports of a register a caller may have waiting or under way. */
  readonly perCaller: number;
}

const HOUR_MS = 3_600_000;

/** `dataDir` has the folder unless EXPORT_FOLDER names one. In production the key is the operator's. */
export function readExportSettings(
  settings: EnvironmentReader,
  { dataDir, production }: { readonly dataDir: string; readonly production: boolean },
): ExportSettings {
  const meaning = 'the private key that manifests of exports are signed with; "npm run --silent keys" makes one';
  const signingKey = production
    ? settings.requiredText('EXPORT_SIGNING_KEY', meaning)
    : settings.text('EXPORT_SIGNING_KEY');
  const fault = signingKey ? signingKeyFault(signingKey) : null;
  if (fault) settings.faults.push(`EXPORT_SIGNING_KEY ${fault}; "npm run --silent keys" makes one.`);
  return {
    folder: path.resolve(settings.text('EXPORT_FOLDER') ?? path.join(dataDir, 'exports')),
    signingKey: signingKey || undefined,
    keepMs: settings.integer('EXPORT_KEEP_HOURS', 24, 1, 8_760) * HOUR_MS,
    perCaller: settings.integer('EXPORTS_PER_CALLER', 5, 1, 1_000),
  };
}
