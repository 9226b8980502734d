// What a section of a paper says of its rows that had no room.
import { sentence } from '../sentence.ts';
import type { PaperSection } from './paper.ts';

/** Empty where none were left out. */
export const leftWords = ({ left, leftText }: Pick<PaperSection, 'left' | 'leftText'>, language: string): string =>
  left === 0 ? '' : sentence({ left: leftText }, language, 'left', { count: left });
