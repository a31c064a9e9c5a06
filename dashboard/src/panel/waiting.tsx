import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import './waiting.css';

interface WaitingProps {
  /** How far it has come, where that is known. */
  readonly children?: ReactNode;
}

export function Waiting({ children }: WaitingProps): ReactNode {
  const { words } = useLanguage();
  return (
    <p className="waiting" role="status">
      {children ?? words.states.loading}
    </p>
  );
}
