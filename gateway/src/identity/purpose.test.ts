import { RequestRefused } from '@thads/shared';
import { purposeOf } from './purpose';

const ARTICLE = 'x-purpose-article';
const FILE = 'x-purpose-file';

const of = (headers: Record<string, string | string[]>): unknown =>
  purposeOf({
    headersDistinct: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
  });

describe('the purpose of a request', () => {
  it('is none without its headers', () => {
    expect(of({ accept: '*/*' })).toBeNull();
  });

  it('is what both headers say, in any language', () => {
    const [article, file] = ['Điều 27 Luật Thi hành án dân sự', 'Hồ sơ 12/2025 100%'];
    expect(of({ [ARTICLE]: encodeURIComponent(article), [FILE]: encodeURIComponent(file) })).toEqual({ article, file });
    expect(of({ [ARTICLE]: 'Article 27', [FILE]: 'x'.repeat(200) })).toEqual({
      article: 'Article 27',
      file: 'x'.repeat(200),
    });
  });

  it.each<[string, Record<string, string | string[]>, string]>([
    ['one without the other', { [ARTICLE]: 'a' }, FILE],
    ['the other without the one', { [FILE]: 'a' }, ARTICLE],
    ['an empty one', { [ARTICLE]: '', [FILE]: 'a' }, ARTICLE],
    ['a blank one', { [ARTICLE]: 'a', [FILE]: '%20%20' }, FILE],
    ['one that is not encoded', { [ARTICLE]: 'Đi', [FILE]: 'a' }, ARTICLE],
    ['a broken code', { [ARTICLE]: '100%', [FILE]: 'a' }, ARTICLE],
    ['bytes that are no text', { [ARTICLE]: '%FF%FE', [FILE]: 'a' }, ARTICLE],
    ['an end of a line', { [ARTICLE]: 'a%0Ab', [FILE]: 'a' }, ARTICLE],
    ['a zero', { [ARTICLE]: 'a', [FILE]: '%00' }, FILE],
    ['one that is too long', { [ARTICLE]: 'a', [FILE]: 'x'.repeat(201) }, FILE],
    ['one that is there twice', { [ARTICLE]: ['a', 'b'], [FILE]: 'a' }, ARTICLE],
  ])('%s is refused, naming the header', (_what, headers, name) => {
    const read = (): unknown => of(headers);
    expect(read).toThrow(RequestRefused);
    expect(read).toThrow(expect.objectContaining({ status: 400, code: 'BAD_USER_INPUT' }));
    expect(read).toThrow(new RegExp(`^The header ${name} `));
  });
});
