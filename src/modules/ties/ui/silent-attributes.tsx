// Attributes of which nothing stands any more: what was said of them once, behind one line.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { History, type HistoryProps } from '#modules/evidence/ui/history.tsx';
import type { TieAttribute } from '../domain/attributes.ts';

interface SilentAttributesProps extends Omit<HistoryProps, 'attribute' | 'caption'> {
  readonly attributes: readonly TieAttribute[];
}

export function SilentAttributes({ attributes, ...history }: SilentAttributesProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="noprint spaced" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ties.nothing_stands')}</summary>
      {open &&
        attributes.map((attribute) => (
          <div key={attribute}>
            <h3>{t(`ties.attribute_${attribute}`)}</h3>
            <History {...history} attribute={attribute} caption={t(`ties.attribute_${attribute}`)} />
          </div>
        ))}
    </details>
  );
}
