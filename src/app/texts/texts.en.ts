// Every English text, joined; a key begins with the name of its module.
import { en as reader } from './reader-texts.en.ts';
import { en as working } from './working-texts.en.ts';

export const en = { ...reader, ...working } as const;
