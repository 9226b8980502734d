// Which members of the organiser's office keep the door, and in which halls: each change stands at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { CheckField } from '#design/fields/field.tsx';
import { ManyField } from '#design/fields/many-field.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Note, Section } from '#design/page.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { useToldTrouble } from '../edition/trouble.ts';

type Answer = Awaited<ReturnType<typeof meetingsApi.listStewards>>;
type Member = Answer['entries'][number];

export function Stewards({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const asked = meetingsQueries.listStewards.queryOptions({ input: { editionId: edition.id } });
  const { data } = useQuery(asked);
  const change = useMutation({
    mutationFn: ({ run }: { readonly run: () => Promise<Answer>; readonly said: string }) => run(),
    onSuccess: (answer, { said }) => {
      queryClient.setQueryData(asked.queryKey, answer);
      toast({ text: said });
    },
    onError: told,
  });
  if (data === undefined) return null;
  const set = ({ accountId, name }: Member, halls: readonly string[]) =>
    change.mutate({
      run: () => meetingsApi.setSteward({ editionId: edition.id, accountId, halls: [...halls] }),
      said: t('meetings.steward_set', { name }),
    });
  const remove = ({ accountId, name }: Member) =>
    change.mutate({
      run: () => meetingsApi.removeSteward({ editionId: edition.id, accountId }),
      said: t('meetings.steward_removed', { name }),
    });
  return (
    <Section title={t('meetings.stewards')} aside={t('meetings.stewards_note')}>
      <ul className="rows">
        {data.entries.map((member) => (
          <li key={member.accountId}>
            <div className="what">
              <CheckField
                name={`steward-${member.accountId}`}
                label={member.name}
                hint={member.mayAnyhow ? t('meetings.steward_anyhow') : undefined}
                checked={member.isSteward}
                onChange={(isOn) => (isOn ? set(member, []) : remove(member))}
              />
              {member.isSteward && data.halls.length > 0 && (
                <ManyField
                  name={`halls-${member.accountId}`}
                  label={t('meetings.steward_halls', { name: member.name })}
                  options={data.halls.map((hall) => ({ value: hall, text: hall }))}
                  value={member.halls}
                  onChange={(halls) => set(member, halls)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      <Note>{t('meetings.stewards_invite')}</Note>
    </Section>
  );
}
