// What everybody would read of a tie once it is public with the entries that are chosen: said before, also where that is nothing.
import { useText } from '#client/language.ts';
import { Facts } from '#design/rows.tsx';
import { Unknown } from '#design/marks.tsx';
import { showFirst } from '#modules/evidence/domain/show-first.ts';
import { takenOff } from '#modules/evidence/domain/taken-off.ts';
import { TakenOff } from '#modules/evidence/ui/taken-off.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { Tie } from '../contract/shapes.ts';
import { foundingPapers } from '../domain/founding.ts';
import { useAttributeName, useCodeName } from './words.tsx';

interface PublicPreviewProps {
  readonly tie: Tie;
  /** Ids of our entries that go with it. */
  readonly going: ReadonlySet<string>;
}

export function PublicPreview({ tie, going }: PublicPreviewProps) {
  const { t } = useText();
  const codeName = useCodeName(tie.classes);
  const attributeName = useAttributeName();
  const isRead = ({ id, visibility }: { readonly id: string; readonly visibility: string }): boolean =>
    visibility === 'public' || going.has(id);
  const read = tie.statements.filter(isRead);
  const superseded = new Set(read.map(({ supersedes }) => supersedes));
  const said = read.filter(({ id }) => !superseded.has(id)).map((one) => ({ ...one, supersedes: null }));
  const papers = foundingPapers(tie.agreements.filter(isRead)).map(({ signedOn }) => signedOn);
  const line = (attribute: 'established' | 'class' | 'ended') => {
    const shown = showFirst(
      said.filter((one) => one.attribute === attribute),
      tie.pins.filter((pin) => pin.attribute === attribute && pin.visibility === 'public'),
      attribute === 'established' ? papers : [],
    );
    if (shown.first === null && attribute === 'ended') return [];
    const value =
      shown.first === null ? <Unknown>{t('ties.preview_not_stated')}</Unknown> : <Value value={shown.first.value} codeName={codeName} />;
    return [{ term: attributeName(attribute, tie.cities), value }];
  };
  const counts = t('ties.preview_counts', {
    agreements: tie.agreements.filter(isRead).length,
    exchanges: tie.exchanges.filter(isRead).length,
    carriers: tie.carriers.filter(isRead).length,
  });
  return (
    <section className="spaced" aria-label={t('ties.preview_title')}>
      <h3>{t('ties.preview_title')}</h3>
      <TakenOff statements={takenOff(tie.statements, going)} codeName={codeName} />
      <Facts entries={[...line('established'), ...line('class'), ...line('ended'), { term: t('ties.preview_besides'), value: counts }]} />
    </section>
  );
}
