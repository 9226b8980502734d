// Attributes of which nothing stands any more: what was said of them once, behind one line.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { History, type HistoryProps } from '#modules/evidence/ui/history.tsx';
import type { Tie } from '../contract/shapes.ts';
import type { TieAttribute } from '../domain/attributes.ts';
import { useAttributeName } from './words.tsx';

interface SilentAttributesProps extends Omit<HistoryProps, 'attribute' | 'caption'> {
  readonly attributes: readonly TieAttribute[];
  readonly cities: Tie['cities'];
}

export function SilentAttributes({ attributes, cities, ...history }: SilentAttributesProps) {
  const { t } = useText();
  const attributeName = useAttributeName();
  const [open, setOpen] = useState(false);
  return (
    <details className="noprint spaced" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ties.nothing_stands')}</summary>
      {open &&
        attributes.map((attribute) => (
          <div key={attribute}>
            <h3>{attributeName(attribute, cities)}</h3>
            <History {...history} headed attribute={attribute} caption={attributeName(attribute, cities)} />
          </div>
        ))}
    </details>
  );
}
