// One thing that waits, by its kind.
import type { AnswerEntry } from '../../contract/answers.ts';
import type { Asking } from './ask-line.tsx';
import { ContradictionAsk, FigureAsk, ThirdAsk } from './asks-of-outcomes.tsx';
import { StatedAsk } from './asks-of-stated.tsx';
import { ExchangeAsk, ItemAsk, OtherwiseAsk, WordAsk } from './asks-of-ties.tsx';

export function Ask({ entry, ...asking }: Asking & { readonly entry: AnswerEntry }) {
  switch (entry.kind) {
    case 'figure':
      return <FigureAsk entry={entry} {...asking} />;
    case 'contradiction':
      return <ContradictionAsk entry={entry} {...asking} />;
    case 'third':
      return <ThirdAsk entry={entry} {...asking} />;
    case 'otherwise':
      return <OtherwiseAsk entry={entry} {...asking} />;
    case 'said':
      return <WordAsk entry={entry} {...asking} />;
    case 'stated':
      return <StatedAsk entry={entry} {...asking} />;
    case 'item':
      return <ItemAsk entry={entry} {...asking} />;
    case 'exchange':
      return <ExchangeAsk entry={entry} {...asking} />;
  }
}
