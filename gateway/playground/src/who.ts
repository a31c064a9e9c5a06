/** Who one is to the gateway, in a sentence; or why one is nobody. */
export interface Who {
  accepted: boolean;
  text: string;
}

const CLAIMS = ['thads_province', 'thads_office', 'thads_officer'] as const;

/** Shows the token to the gateway, which alone can tell whether it is good. */
export async function askWho(endpoint: string, token: string): Promise<Who> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    if (response.status !== 401 && response.status !== 503) return { accepted: true, text: describe(token) };
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return { accepted: false, text: errors.map(({ message }) => message).join(' ') };
  } catch (error) {
    return { accepted: false, text: `The gateway did not answer: ${(error as Error).message}` };
  }
}

/** From the claims that the gateway goes by. */
function describe(token: string): string {
  const claims = claimsOf(token);
  const belonging = CLAIMS.flatMap((name) => claims[name] ?? []).join(', ');
  const end = typeof claims.exp === 'number' ? ` until ${new Date(claims.exp * 1000).toLocaleString()}` : '';
  return `${claims.thads_role ?? 'somebody'}${belonging && ` (${belonging})`}${end}`;
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}
