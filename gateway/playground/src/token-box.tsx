import { useEffect, useState } from 'react';
import type { Session } from './session';
import { useStore } from './store';
import { askWho, type Who } from './who';

/**
 * Where one puts a token, and reads who one is with it. Its value is in memory only: not in the storage, nor in a link,
 * nor in the history, and the field is no password field, which browsers offer to remember.
 */
export function TokenBox({ session }: { session: Session }) {
  const token = useStore(session.token);
  const who = useWho(session.endpoint, token);
  return (
    <div className="playground-token">
      <label>
        Token
        <input
          type="text"
          value={token}
          placeholder="none"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => session.token.set(target.value.replace(/^\s*Bearer\s+/i, '').trim())}
        />
      </label>
      <output data-accepted={who?.accepted} title={who?.text}>
        {token === '' ? 'PUBLIC' : (who?.text ?? '…')}
      </output>
    </div>
  );
}

/** Long enough for a token to be pasted or typed to its end. */
const PAUSE_MS = 300;

function useWho(endpoint: string, token: string): Who | null {
  const [who, setWho] = useState<Who | null>(null);
  useEffect(() => {
    setWho(null);
    if (token === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void askWho(endpoint, token).then((found) => isCurrent && setWho(found));
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [endpoint, token]);
  return who;
}
