import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Process ids of programs that name a folder in their arguments; a killed one that nobody waited for has none. */
export function processesNaming(folder: string): number[] {
  const listed = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).stdout;
  return listed
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => Number.parseInt(line, 10));
}

/** What PostgreSQL wrote of itself into the cluster of a data folder. */
export function postmasterPid(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export function killAllNaming(folder: string): void {
  for (const pid of processesNaming(folder)) process.kill(pid, 'SIGKILL');
}
