// Every English text, joined; a key begins with the name of its module.
import { en as design } from '#design/text.en.ts';

export const en = { ...design } as const;
