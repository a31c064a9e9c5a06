import { type Answer, KeptAnswers, etagOf } from './kept-answers';

function answerOf(text: string, complete = true): Answer {
  const body = Buffer.from(text);
  return { status: 200, headers: [], body, etag: complete ? etagOf(body) : null };
}

describe('kept answers', () => {
  let executions: string[];
  beforeEach(() => (executions = []));
  const executing = (text: string, complete?: boolean) => async (): Promise<Answer> => {
    executions.push(text);
    return answerOf(text, complete);
  };

  it('are given again for the same question under the same versions only', async () => {
    const kept = new KeptAnswers({ megabytes: 1 });
    await kept.answer('q', '1', executing('first'));
    const again = await kept.answer('q', '1', executing('not executed'));
    expect(again.body.toString()).toBe('first');
    await kept.answer('q', '2', executing('newer'));
    await kept.answer('r', '2', executing('other'));
    expect(executions).toEqual(['first', 'newer', 'other']);
  });

  it('that hold errors are given to nobody else', async () => {
    const kept = new KeptAnswers({ megabytes: 1 });
    await Promise.all([kept.answer('q', '1', executing('a', false)), kept.answer('q', '1', executing('b', false))]);
    await kept.answer('q', '1', executing('c'));
    expect(executions).toEqual(['a', 'b', 'c']);
  });

  it('are made once for all who ask at the same time under the same versions', async () => {
    const kept = new KeptAnswers({ megabytes: 1 });
    const answers = await Promise.all(
      ['1', '1', '1', '2'].map((versions, index) => kept.answer('q', versions, executing(`${versions}.${index}`))),
    );
    expect(answers.map(({ body }) => body.toString())).toEqual(['1.0', '1.0', '1.0', '2.3']);
  });

  it('that could not be made leave nothing behind', async () => {
    const kept = new KeptAnswers({ megabytes: 1 });
    await expect(kept.answer('q', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await kept.answer('q', '1', executing('then'))).body.toString()).toBe('then');
  });

  it('never take more memory than allowed: the longest unused are let go, the too large never kept', async () => {
    const kept = new KeptAnswers({ megabytes: 1 });
    const large = 'x'.repeat(100_000);
    for (let question = 0; question < 50; question += 1) {
      await kept.answer(`q${question}`, '1', executing(large));
      expect(kept.size).toBeLessThanOrEqual(2 ** 20);
    }
    expect(kept.size).toBeGreaterThan(2 ** 19);
    executions = [];
    await kept.answer('q49', '1', executing('kept still'));
    await kept.answer('q0', '1', executing('let go'));
    await kept.answer('huge', '1', executing('x'.repeat(2 ** 20)));
    await kept.answer('huge', '1', executing('again'));
    expect(executions.map((text) => text.slice(0, 10))).toEqual(['let go', 'xxxxxxxxxx', 'again']);
  });
});
