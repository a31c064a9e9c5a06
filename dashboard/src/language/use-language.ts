import { type Language } from '../address/address';
import { useAddress } from '../address/use-address';
import { en } from './en';
import { type Numbers, numbersIn } from './numbers';
import { type Words, vi } from './vi';

export interface LanguageInUse {
  readonly language: Language;
  readonly words: Words;
  readonly numbers: Numbers;
  /** The name of a province or an office in the language. */
  nameOf(place: { readonly name: string; readonly nameVi: string }): string;
}

export function useLanguage(): LanguageInUse {
  const { language } = useAddress().address;
  return {
    language,
    words: language === 'vi' ? vi : en,
    numbers: numbersIn(language),
    nameOf: ({ name, nameVi }) => (language === 'vi' ? nameVi : name),
  };
}
