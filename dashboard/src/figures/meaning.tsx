import { type ReactNode, useId } from 'react';
import { useLanguage } from '../language/use-language';
import { useDefinition } from './use-definition';
import './meaning.css';

/** Beside a figure: what it means, how it is made, its line in the forms, on what it rests and since when. */
export function Meaning({ of }: { readonly of: string }): ReactNode {
  const { language, words } = useLanguage();
  const id = useId();
  const definition = useDefinition(of);
  if (!definition) return null;
  const { meaning } = words;
  const name = language === 'vi' ? definition.nameVi : definition.name;
  const { formula, numerator, denominator, line, legalSource, validFrom, validTo } = definition;
  const parts = [
    [meaning.formula, formula],
    [meaning.numerator, numerator],
    [meaning.denominator, denominator],
    [meaning.line, line],
    [meaning.legalSource, legalSource],
    [meaning.validFrom, validFrom],
    [meaning.validTo, validTo],
  ].filter(([, text]) => text);
  return (
    <>
      <button type="button" className="meaning" popoverTarget={id} aria-label={meaning.of(name)} data-meaning={of}>
        ?
      </button>
      <span id={id} popover="auto" className="meaning-text">
        <b>{name}</b>
        {parts.map(([label, text]) => (
          <span key={label}>
            <i>{label}:</i> {text}
          </span>
        ))}
      </span>
    </>
  );
}
