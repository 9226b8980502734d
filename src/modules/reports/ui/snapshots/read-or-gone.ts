// What everybody could read and was withdrawn is no failure of its page: the page says what the server does.
import { troubleOf } from '#client/error.ts';

/** In words, when, by whom and why. */
export interface Gone {
  readonly gone: string;
}

export async function readOrGone<T extends object>(read: () => Promise<T>): Promise<T | Gone> {
  try {
    return await read();
  } catch (error) {
    const { status, message } = troubleOf(error);
    if (status === 410) return { gone: message };
    throw error;
  }
}

export const isGone = (answer: object): answer is Gone => 'gone' in answer;
