// What an agreement is: its parties and signatories with the reader's own side first, its languages, its time, its papers.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import type { FlexDate } from '#kernel/flex-date.ts';
import { Paper, SourceName } from '#modules/evidence/ui/said.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { partiesInOrder } from '../../domain/naming.ts';
import type { Side } from '../../domain/tie.ts';
import { Parties } from './agreement-parties.tsx';
import { nearness } from '../../domain/endings.ts';
import { orderOf } from '../tie-order.ts';

interface AgreementFactsProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
}

export function AgreementFacts({ tie, agreement }: AgreementFactsProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { source, document } = agreement;
  const order = orderOf(tie);
  const spelt = (date: FlexDate): string => formats.spelt(formats.flexDate(date));
  const cities = order.map((side) => tie.cities[side].id);
  const signed = order.map((side) => ({
    term: t('ties.signed_for', { city: naming(tie.cities[side].name) }),
    value: <Signatories agreement={agreement} side={side} />,
  }));
  return (
    <Facts
      entries={[
        { term: t('ties.kind'), value: t(`ties.agreement_${agreement.kind}`) },
        { term: t('ties.parties'), value: <Parties parties={partiesInOrder(cities, agreement.parties)} /> },
        {
          term: t('ties.signed_on'),
          value: agreement.signedOn === null ? <Unknown>{t('ties.not_stated')}</Unknown> : spelt(agreement.signedOn),
        },
        ...(agreement.signatories.length === 0 ? [] : signed),
        ...languageEntry(agreement, { term: t('ties.languages_of_text'), words: <TextLanguages agreement={agreement} /> }),
        { term: t('ties.valid'), value: <Validity agreement={agreement} spelt={spelt} /> },
        ...renewalEntry(agreement, { term: t('ties.renew_by'), words: <Renewal agreement={agreement} spelt={spelt} /> }),
        ...linkEntry(tie, agreement.frameId, t('ties.under_frame')),
        ...linkEntry(tie, agreement.followsId, t('ties.follows')),
        ...tie.agreements.flatMap((other) => (other.followsId === agreement.id ? linkEntry(tie, other.id, t('ties.followed_by')) : [])),
        {
          term: t('evidence.printed'),
          value:
            source === null ? (
              <Unknown>{t('evidence.class_unknown')}</Unknown>
            ) : (
              <SourceName source={source} office={agreement.officeName} />
            ),
        },
        ...(document === null ? [] : [{ term: t('evidence.paper'), value: <Paper document={document} /> }]),
      ]}
    />
  );
}

interface Entry {
  readonly term: string;
  readonly words: ReactNode;
}

const languageEntry = ({ languages }: AgreementShown, { term, words }: Entry) => (languages.length === 0 ? [] : [{ term, value: words }]);

const renewalEntry = ({ renewBy, noticeMonths }: AgreementShown, { term, words }: Entry) =>
  renewBy === null && noticeMonths === null ? [] : [{ term, value: words }];

function linkEntry(tie: Tie, id: string | null, term: string) {
  const other = tie.agreements.find((known) => known.id === id);
  if (other === undefined) return [];
  return [
    {
      term,
      value: (
        <Link to="/ties/$slug/agreements/$id" params={{ slug: tie.slug, id: other.id }}>
          <Named text={other.title} quiet />
        </Link>
      ),
    },
  ];
}

function Signatories({ agreement, side }: { readonly agreement: AgreementShown; readonly side: Side }) {
  const { t } = useText();
  const posts = agreement.signatories.filter((one) => one.side === side).map(({ post }) => post);
  return posts.length === 0 ? <Unknown>{t('ties.signatory_unknown')}</Unknown> : posts.join(t('ties.semicolon_between'));
}

function TextLanguages({ agreement: { languages, prevailing } }: { readonly agreement: AgreementShown }) {
  const { t } = useText();
  const formats = useFormats();
  const names = languages.map((tag) => formats.languageName(tag)).join(t('ties.between_names'));
  if (prevailing === null) return languages.length < 2 ? names : `${names}${t('ties.semicolon_between')}${t('ties.equally_authentic')}`;
  return `${names}${t('ties.semicolon_between')}${t('ties.text_prevails', { language: formats.languageName(prevailing) })}`;
}

interface TimeProps {
  readonly agreement: AgreementShown;
  readonly spelt: (date: FlexDate) => string;
}

function Validity({ agreement: { validFrom, validTo }, spelt }: TimeProps) {
  const { t } = useText();
  const after =
    validTo !== null && nearness(validTo, new Date().toISOString().slice(0, 10)) === 'late' ? t('ties.comma') + t('ties.run_out') : '';
  if (validFrom !== null && validTo !== null) return t('ties.valid_between', { from: spelt(validFrom), until: spelt(validTo) }) + after;
  if (validFrom !== null) return t('ties.valid_since', { from: spelt(validFrom) });
  return validTo === null ? <Unknown>{t('ties.validity_unknown')}</Unknown> : t('ties.valid_up_to', { until: spelt(validTo) }) + after;
}

/** The day the office means is its own business; the notice stands in the paper. */
function Renewal({ agreement: { renewBy, noticeMonths }, spelt }: TimeProps) {
  const { t } = useText();
  return (
    <>
      {renewBy !== null && (
        <>
          {spelt(renewBy)} <VisibilityMark visibility="private" />
        </>
      )}
      {renewBy !== null && noticeMonths !== null && t('ties.semicolon_between')}
      {noticeMonths !== null && t('ties.notice_months', { count: noticeMonths })}
    </>
  );
}
