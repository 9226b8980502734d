// The papers of an outcome with their fingerprints, which both sides see, and a file of one's own held against them in the browser.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { FileField } from '#design/fields/file-field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import { Paper } from '#modules/evidence/ui/said.tsx';
import type { Outcome } from '../../contract/shapes.ts';

type Found = 'none' | 'reading' | 'cannot' | { readonly name: string | null };

/** Only papers that the reader may open are here at all: the server leaves the others out with their hashes. */
const papersOf = ({ entries, confirmations }: Outcome) => [
  ...new Map(
    [...entries, ...confirmations].flatMap(({ source }) =>
      source?.document == null ? [] : [[source.document.id, source.document] as const],
    ),
  ).values(),
];

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function Fingerprints({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const [found, setFound] = useState<Found>('none');
  const papers = papersOf(outcome);
  if (papers.length === 0) return null;
  const compare = async (file: File) => {
    // Absent where the page did not come over a safe connection.
    const subtle = (crypto as { readonly subtle?: SubtleCrypto }).subtle;
    if (subtle === undefined) return setFound('cannot');
    setFound('reading');
    const hash = hexOf(await subtle.digest('SHA-256', await file.arrayBuffer()));
    setFound({ name: papers.find(({ sha256 }) => sha256 === hash)?.name ?? null });
  };
  return (
    <Section title={t('outcomes.hash_title')}>
      <ul className="plain">
        {papers.map((paper) => (
          <li key={paper.id}>
            <Paper document={paper} />
            <br />
            <code translate="no">{paper.sha256.match(/.{8}/g)?.join(' ')}</code>
          </li>
        ))}
      </ul>
      <Note>{t('outcomes.hash_note')}</Note>
      <FileField
        name="compared"
        label={t('outcomes.hash_choose')}
        onChange={(file) => (file === null ? setFound('none') : void compare(file))}
      />
      {found === 'reading' && <Progress sentence={t('outcomes.hash_reading')} />}
      {found === 'cannot' && <Notice kind="refused">{t('outcomes.hash_cannot')}</Notice>}
      {typeof found === 'object' && (
        <Notice kind={found.name === null ? 'refused' : 'plain'} live>
          {found.name === null ? t('outcomes.hash_other') : t('outcomes.hash_same', { name: found.name })}
        </Notice>
      )}
    </Section>
  );
}
