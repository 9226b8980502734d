// The naming policy: how places are labelled and whether they are shown, why and since when. The register office decides.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { AsWritten, useNaming } from '#design/named.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { LabelRuleEntry } from '../../contract/naming.ts';
import { citiesQueries } from '../client.ts';
import { RuleDialog, RemoveRule } from './rule-dialog.tsx';

type Open = { readonly what: 'new' } | { readonly what: 'edit' | 'remove'; readonly rule: LabelRuleEntry };

export function NamingPage() {
  const { t } = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const data = useRead(citiesQueries.listLabelRules.queryOptions());
  const close = () => setOpen(null);
  const add = data?.mayEdit === true && (
    <Button kind="go" onPress={() => setOpen({ what: 'new' })}>
      {t('cities.add_rule')}
    </Button>
  );
  return (
    <>
      <Title title={t('cities.naming')} crumb={<Link to="/cities">{t('cities.register')}</Link>} />
      <Sentence>{t('cities.naming_sentence')}</Sentence>
      {data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Section title={t('cities.rules')} aside={data.entries.length > 0 ? add : undefined}>
          {data.entries.length === 0 ? (
            <Empty heading={t('cities.no_rules')} actions={add}>
              {t('cities.no_rules_text')}
            </Empty>
          ) : (
            <RuleTable rules={data.entries} mayEdit={data.mayEdit} onOpen={setOpen} />
          )}
        </Section>
      )}
      {open?.what === 'new' && <RuleDialog rule={null} onClose={close} />}
      {open?.what === 'edit' && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.what === 'remove' && <RemoveRule rule={open.rule} onClose={close} />}
    </>
  );
}

interface RuleTableProps {
  readonly rules: readonly LabelRuleEntry[];
  readonly mayEdit: boolean;
  readonly onOpen: (open: Open) => void;
}

function RuleTable({ rules, mayEdit, onOpen }: RuleTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const placeOf = ({ country, geonamesId, place }: LabelRuleEntry): string =>
    country !== null
      ? formats.countryName(country)
      : place === null
        ? t('cities.geonames_number', { number: String(geonamesId) })
        : t('cities.city_in_country', { name: naming(place.name), country: formats.countryName(place.country) });
  return (
    <DataTable
      caption={t('cities.rules')}
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        { key: 'place', head: t('cities.rule_place'), naming: true, cell: placeOf },
        { key: 'context', head: t('cities.rule_context'), cell: ({ context }) => t(`cities.context_${context}`) },
        { key: 'state', head: t('cities.state'), cell: ({ state }) => t(`cities.rule_${state}`) },
        { key: 'labels', head: t('cities.labels'), cell: (rule) => <Labels rule={rule} /> },
        { key: 'reason', head: t('cities.reason'), cell: ({ reason }) => <AsWritten text={reason} /> },
        { key: 'decided', head: t('cities.decided_on'), nowrap: true, cell: ({ decidedOn }) => formats.day(decidedOn, 'table') },
        ...(mayEdit
          ? [
              {
                key: 'actions',
                head: t('cities.actions'),
                silent: true,
                end: true,
                cell: (rule: LabelRuleEntry) => (
                  <Buttons>
                    <Button kind="text" aria-label={`${t('cities.edit')}: ${placeOf(rule)}`} onPress={() => onOpen({ what: 'edit', rule })}>
                      {t('cities.edit')}
                    </Button>
                    <Button
                      kind="text"
                      aria-label={`${t('cities.remove')}: ${placeOf(rule)}`}
                      onPress={() => onOpen({ what: 'remove', rule })}
                    >
                      {t('cities.remove')}
                    </Button>
                  </Buttons>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Labels({ rule: { labels } }: { readonly rule: LabelRuleEntry }) {
  const { t } = useText();
  if (labels === null) return <span className="muted">{t('cities.as_called')}</span>;
  return Object.entries(labels).map(([tag, { text }], at) => (
    <span key={tag}>
      {at > 0 && ' · '}
      <span lang={tag}>{text}</span>
    </span>
  ));
}
