// Begins an exchange or an agreed item of a tie from elsewhere, in the same forms as on the tie's page, with what is known already filled in.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { Tie } from '../../contract/shapes.ts';
import type { BegunFrom } from '../../domain/match.ts';
import { ItemDialog } from '../agreement/item-dialog.tsx';
import { tiesQueries } from '../client.ts';
import { ExchangeDialog } from '../exchange/exchange-dialog.tsx';

export interface Beginning {
  readonly tie: { readonly id: string; readonly slug: string };
  readonly what: 'exchange' | 'item';
  readonly title: MultilingualText;
  readonly domain: Domain | null;
  readonly note: string;
  readonly from: BegunFrom;
}

interface BeginProps {
  readonly beginning: Beginning;
  readonly onClose: () => void;
}

export function BeginOfTie({ beginning, onClose }: BeginProps) {
  const { t } = useText();
  const { data: tie, error } = useQuery(tiesQueries.getTie.queryOptions({ input: { tie: beginning.tie.id } }));
  if (error !== null && tie === undefined) throw error;
  if (tie === undefined)
    return (
      <Dialog open title={t('ties.tie')} onClose={onClose}>
        <Skeleton lines={3} />
      </Dialog>
    );
  const office = tie.kept.find(({ mayEdit }) => mayEdit)?.office;
  if (office === undefined) return <Missing {...{ beginning, onClose }} words={t('ties.begin_not_kept')} />;
  if (beginning.what === 'item') return <BeginItem {...{ beginning, onClose, tie }} />;
  return <BeginExchange {...{ beginning, onClose, tie, office }} />;
}

const isSame = (one: MultilingualText, other: MultilingualText): boolean =>
  Object.keys(one).some((language) => one[language]?.text === other[language]?.text);

/** What was begun before is said before it is begun once more. */
function BeginExchange({ beginning, onClose, tie, office }: BeginProps & { readonly tie: Tie; readonly office: string }) {
  const { t } = useText();
  const { title, domain, note, from } = beginning;
  const [begins, setBegins] = useState(() => !tie.exchanges.some((exchange) => isSame(exchange.title, title)));
  const first = { kind: 'programme' as const, title, note, domains: domain === null ? [] : [domain] };
  if (begins) return <ExchangeDialog {...{ tie, office, first, onClose }} exchange={null} begunFrom={from} />;
  return (
    <Dialog open title={t('ties.begun_already')} onClose={onClose}>
      <p>{t('ties.begun_text')}</p>
      <p>
        <Link to="/ties/$slug" params={{ slug: beginning.tie.slug }}>
          {t('ties.begin_to_tie')}
        </Link>
      </p>
      <Buttons after>
        <Button onPress={() => setBegins(true)}>{t('ties.begin_another')}</Button>
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Dialog>
  );
}

function Missing({ beginning, onClose, words }: BeginProps & { readonly words: string }) {
  const { t } = useText();
  return (
    <Dialog open title={t('ties.begin_not_yet')} onClose={onClose}>
      <p>{words}</p>
      <p>
        <Link to="/ties/$slug" params={{ slug: beginning.tie.slug }}>
          {t('ties.begin_to_tie')}
        </Link>
      </p>
    </Dialog>
  );
}

/** An item belongs to an agreement: of several, one is chosen. */
function BeginItem({ beginning, onClose, tie }: BeginProps & { readonly tie: Tie }) {
  const { t } = useText();
  const naming = useNaming();
  const own = tie.agreements.filter(({ mayEdit }) => mayEdit);
  // Even of one agreement it is asked: an idea of one side is agreed by nobody.
  const [chosen, setChosen] = useState<(typeof own)[number] | null>(null);
  const [typed, setTyped] = useState('0');
  if (own.length === 0) return <Missing {...{ beginning, onClose }} words={t('ties.begin_no_agreement')} />;
  if (chosen !== null)
    return (
      <ItemDialog
        tie={tie}
        agreement={chosen}
        item={null}
        first={{ text: beginning.title, domain: beginning.domain }}
        begunFrom={beginning.from}
        onClose={onClose}
      />
    );
  return (
    <Dialog open title={t('ties.add_item')} onClose={onClose}>
      <Note>{t('ties.begin_item_agreed')}</Note>
      <SelectField
        name="agreement"
        label={t('ties.begin_agreement')}
        value={typed}
        options={own.map(({ title }, at) => ({ value: String(at), text: naming(title) }))}
        onChange={setTyped}
      />
      <Buttons after>
        <Button kind="go" onPress={() => setChosen(own[Number(typed)] ?? null)}>
          {t('ties.begin_go_on')}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Dialog>
  );
}
