import { endingsOf, numberWord, withoutDiacritics, wordsOf } from './words';

/** Whether a text that somebody types finds a name. */
const finds = (typed: string, name: string): boolean =>
  endingsOf(name).some((ending) => ending.startsWith(wordsOf(typed).join(' ')));

describe('a name', () => {
  test.each([
    ['nguyen van', 'Nguyễn Văn Mẫu'],
    ['NGUYEN VAN', 'Nguyễn Văn Mẫu'],
    ['Nguyễn Văn', 'Nguyễn Văn Mẫu'],
    ['nguyễn văn', 'NGUYỄN VĂN MẪU'],
    ['Nguyễn Văn'.normalize('NFD'), 'Nguyễn Văn Mẫu'],
    ['Nguyễn Văn', 'Nguyễn Văn Mẫu'.normalize('NFD')],
    ['van mau', 'Nguyễn Văn Mẫu'],
    ['mẫu', 'Nguyễn Văn Mẫu'],
    ['nguy', 'Nguyễn Văn Mẫu'],
    ['nguyen v', 'Nguyễn Văn Mẫu'],
    ['dang duc', 'Đặng Đức Mẫu'],
    ['đặng', 'ĐẶNG ĐỨC MẪU'],
    ['dang', '\u00D0ặng Đức Mẫu'],
    ["h'hen", "H'Hen Niê"],
    ['h hen', 'H’Hen Niê'],
    ['  nguyen   van ', 'Nguyễn\u00A0Văn Mẫu'],
    ['tnhh a&b', 'Công ty TNHH A&B (mẫu)'],
  ])('is found by %s: %s', (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  test.each([
    ['other diacritics', 'Nguyễn Vân', 'Nguyễn Văn Mẫu'],
    ['diacritics that it does not have', 'nguyễn', 'Nguyen Van Mau'],
    ['a part that does not begin a word', 'guyen', 'Nguyễn Văn Mẫu'],
    ['words in another order', 'van nguyen', 'Nguyễn Văn Mẫu'],
    ['words that are not neighbours', 'nguyen mau', 'Nguyễn Văn Mẫu'],
    ['a percent sign for letters', 'ng%n', 'Nguyễn Văn Mẫu'],
    ['an underscore for a letter', 'ng_yen', 'Nguyễn Văn Mẫu'],
  ])('is not found by %s: %s', (_what, typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  test('has an ending for each of its words, twice where it has diacritics', () => {
    expect(endingsOf('Lê Ba')).toEqual(['lê ba', 'ba', 'le ba']);
    expect(endingsOf(' - ')).toEqual([]);
  });
});

test('every letter of Vietnamese is one of the alphabet without its diacritics', () => {
  const letters = 'aăâeêioôơuưy'
    .split('')
    .flatMap((letter) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => letter + tone));
  for (const letter of [...letters, 'đ']) {
    for (const written of [letter.normalize('NFC'), letter.toUpperCase()]) {
      expect([written, withoutDiacritics(written)]).toEqual([written, expect.stringMatching(/^[a-z]$/)]);
    }
  }
});

test('a number is the same however its letters and spaces are written', () => {
  for (const written of ['12/QĐ-CTHADS', '12/qđ-cthads', '12 / QD - CTHADS', '12/QĐ-CTHADS'.normalize('NFD')]) {
    expect(numberWord(written)).toBe('12/qd-cthads');
  }
  expect(numberWord('12%')).toBe('12%');
});
