import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { useGraph } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import type { Session } from './session';
import './sign-in.css';

export function SignInButton({ session, failed }: { readonly session: Session; readonly failed: boolean }): ReactNode {
  const { config } = useGraph();
  const { words } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [heading, field] = [useId(), useId()];
  const { signIn } = config;

  function enter(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const token = String(new FormData(form).get('token'))
      .trim()
      .replace(/^Bearer\s+/i, '');
    form.reset();
    dialog.current?.close();
    if (token) session.signIn(token);
  }

  async function atIssuer(): Promise<void> {
    if (signIn.kind !== 'OIDC') return;
    const { goToIssuer } = await import('./oidc');
    await goToIssuer(signIn);
  }

  if (session.token !== null) {
    return (
      <span className="sign-in">
        <span>{words.signIn.signedIn}</span>
        <button type="button" onClick={session.signOut}>
          {words.signIn.signOut}
        </button>
      </span>
    );
  }
  return (
    <span className="sign-in">
      <span role={failed ? 'alert' : undefined}>{failed ? words.signIn.failed : words.signIn.public}</span>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {words.signIn.open}
      </button>
      <dialog ref={dialog} className="sign-in-dialog" aria-labelledby={heading}>
        <h2 id={heading}>{words.signIn.open}</h2>
        {signIn.kind === 'OIDC' && (
          <button type="button" className="primary" onClick={() => void atIssuer()}>
            {words.signIn.atIssuer}
          </button>
        )}
        <form onSubmit={enter}>
          <label htmlFor={field}>{words.signIn.token}</label>
          <textarea id={field} name="token" rows={4} required autoComplete="off" spellCheck={false} />
          <p className="muted">{words.signIn.note}</p>
          {signIn.kind === 'TOKEN' && <p className="muted">{words.signIn.development}</p>}
          <div className="sign-in-buttons">
            <button type="submit" className="primary">
              {words.signIn.enter}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.signIn.cancel}
            </button>
          </div>
        </form>
      </dialog>
    </span>
  );
}
