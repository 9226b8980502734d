// One request to a provider that the operator has set: bounded in time and size, never led elsewhere.
const SECONDS = 10;
const MOST_BYTES = 65_536;

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Its answer, or the words of what went wrong on the way. The address is the operator's own, so that it may lie inside their network. */
export async function askProvider(url: URL, request: RequestInit = {}): Promise<Answered | { readonly fault: string }> {
  try {
    const answer = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(SECONDS * 1000) });
    return { status: answer.status, text: await bounded(answer) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : 'an unknown fault' };
  }
}

async function bounded(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > MOST_BYTES) throw new Error('the answer is too long');
  }
  return Buffer.concat(parts).toString('utf8');
}
