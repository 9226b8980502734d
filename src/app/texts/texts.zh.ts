// Every Chinese text, joined; a key begins with the name of its module.
import { zh as reader } from './reader-texts.zh.ts';
import { zh as working } from './working-texts.zh.ts';

export const zh = { ...reader, ...working } as const;
