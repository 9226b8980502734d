// A visit at editions: of which group it is the delegation, and what of its itinerary clashes; for the office whose visit it is.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Doubt, Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { formTrouble } from '#client/use-action.ts';
import { exposApi, exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsQueries } from '../client.ts';

interface VisitAtEditionsProps {
  readonly visitId: string;
  readonly office: string;
  /** Whether the delegation is the office's own: a group that it leads can be it. */
  readonly mayBeOurs: boolean;
}

type Groups = Awaited<ReturnType<typeof exposApi.listVisitGroups>>['entries'];

export function VisitAtEditions({ visitId, office, mayBeOurs }: VisitAtEditionsProps) {
  const { t, say } = useText();
  const groups = useRead(exposQueries.listVisitGroups.queryOptions({ input: { visitId, office } }));
  const checked = useRead(meetingsQueries.checkVisit.queryOptions({ input: { visitId } }));
  if (groups === undefined || checked === undefined) return null;
  const linked = groups.entries.filter(({ isOf }) => isOf);
  const open = mayBeOurs ? groups.entries.filter(({ isOf, mayLink }) => !isOf && mayLink) : [];
  if (linked.length + open.length + checked.clashes.length === 0) return null;
  return (
    <Section title={t('meetings.visit_editions')} aside={t('meetings.visit_editions_note')}>
      {checked.clashes.length > 0 && (
        <Notice kind="plain" heading={t('meetings.visit_clashes', { count: checked.clashes.length })}>
          <ul>
            {checked.clashes.map(({ code, params }, at) => (
              <li key={at}>{say(code, params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Linked visitId={visitId} groups={linked} />
      <LinkGroup visitId={visitId} groups={open} />
    </Section>
  );
}

function Linked({ visitId, groups }: { readonly visitId: string; readonly groups: Groups }) {
  const { t } = useText();
  const { keep, trouble } = useKeeping();
  const set = ({ editionId, groupId }: Groups[number], visit: string | null) =>
    exposApi.setGroupVisit({ editionId, groupId, visitId: visit });
  if (groups.length === 0) return <Note>{t('meetings.visit_no_group')}</Note>;
  return (
    <>
      {trouble !== null && <TroubleNotice trouble={trouble} />}
      <Rows
        wide
        label={t('meetings.visit_editions')}
        entries={groups.map((group) => ({
          key: group.groupId,
          when: group.code,
          what: (
            <Link to="/editions/$slug/groups/$groupId" params={{ slug: group.slug, groupId: group.groupId }}>
              <Named text={group.name} />
            </Link>
          ),
          detail: <Named text={group.edition} quiet />,
          ...(group.mayLink
            ? {
                end: (
                  <span className="noprint">
                    <TextAction
                      onPress={() =>
                        void keep(() => set(group, null), { said: t('meetings.visit_unlinked'), undo: () => set(group, visitId) })
                      }
                    >
                      {t('meetings.visit_unlink')}
                    </TextAction>
                  </span>
                ),
              }
            : {}),
        }))}
      />
    </>
  );
}

function LinkGroup({ visitId, groups }: { readonly visitId: string; readonly groups: Groups }) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const [chosen, setChosen] = useState<string>('');
  // None is proposed: which of them travels only its lead knows.
  const group = groups.find(({ groupId }) => groupId === chosen);
  if (groups.length === 0) return null;
  const link = () => {
    if (group === undefined) return;
    const { editionId, groupId } = group;
    void keep(() => exposApi.setGroupVisit({ editionId, groupId, visitId }), {
      said: t('meetings.visit_linked'),
      undo: () => exposApi.setGroupVisit({ editionId, groupId, visitId: null }),
    });
  };
  return (
    <div className="noprint">
      <Form {...formTrouble(action)} onSubmit={link}>
        <SelectField<string>
          name="groupId"
          label={t('meetings.visit_group')}
          value={chosen}
          options={[
            { value: '', text: t('ties.choose') },
            ...groups.map((one) => ({
              value: one.groupId,
              text: [`${one.code} ${naming(one.name)}`, naming(one.edition)].join(t('ties.comma')),
            })),
          ]}
          onChange={setChosen}
        />
        <Doubt name="groupId" message={group === undefined ? t('ties.choose') : undefined} />
        <Buttons after>
          <Button type="submit" busy={action.busy}>
            {t('meetings.visit_link')}
          </Button>
        </Buttons>
      </Form>
    </div>
  );
}
