import type { BulkMessage } from '@thads/shared';
import { SingleBar } from 'cli-progress';
import { Loader } from './loader';
import { type NationalPart, nationalChapters } from './sections';

/**
 * Makes up the national sample and loads it in bulk. Interrupted at any moment and started again it goes on with the
 * first section that is not there.
 */
export async function loadNational(part: NationalPart): Promise<string> {
  const chapters = nationalChapters(part);
  const bar = new SingleBar({
    format:
      'Loading the national sample {bar} {percentage}% | {value} of {total} cases | {speed} events/s | {eta_formatted} left',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    etaBuffer: 100,
  });
  const startedAt = Date.now();
  let events = 0;
  let cases = 0;
  const loader = new Loader((message: BulkMessage) => {
    if ('events' in message) {
      events += message.events;
      if (message.register === 'cases') cases += message.subjects;
      bar.update(Math.min(cases, total), { speed: speed() });
    }
  });
  const total = chapters.reduce((sum, chapter) => sum + chapter.cases, 0);
  const speed = (): number => Math.round((events * 1_000) / Math.max(1, Date.now() - startedAt));
  const known = await loader.areKnown(chapters.flatMap(({ sections }) => sections));
  let at = 0;
  bar.start(total, 0, { speed: 0 });
  try {
    for (const { sections, cases: casesInIt } of chapters) {
      const missing = sections.map((section, index) => ({ section, isKnown: known[at + index]! }));
      at += sections.length;
      if (missing.some(({ isKnown }) => !isKnown)) {
        for (const { section, isKnown } of missing) {
          // What is there is gone through all the same: the sections after it are made from it.
          if (isKnown) for (const _history of section.histories);
          else await loader.load(section);
        }
        // Officers are referred to by all that follows.
        if (casesInIt === 0) await loader.wait();
      }
      if (missing[0]!.isKnown) cases += casesInIt;
    }
    await loader.finish();
  } finally {
    bar.stop();
  }
  return `${events} events loaded in ${Math.round((Date.now() - startedAt) / 1_000)} s, ${speed()} events/s`;
}
