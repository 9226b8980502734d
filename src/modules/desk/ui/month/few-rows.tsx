// A list of which the first few stand open, so that the grid below keeps its place; the others are one press away.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';

const FEW = 3;

export function FewRows({
  entries,
  label,
  few = FEW,
}: {
  readonly entries: readonly RowEntry[];
  readonly label: string;
  readonly few?: number;
}) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  // One more takes no more room than the button that would show it.
  const isCut = !isWhole && entries.length > few + 1;
  return (
    <>
      <Rows entries={isCut ? entries.slice(0, few) : entries} label={label} />
      {isCut && (
        <p className="more">
          <Button kind="text" onPress={() => setWhole(true)}>
            {t('design.more_count', { count: entries.length - few })}
          </Button>
        </p>
      )}
    </>
  );
}
