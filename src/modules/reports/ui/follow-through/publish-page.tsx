// Publishing an edition's follow-through page: what everybody will read stands below the choice, exactly as they will read it.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CheckField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { reportsApi, reportsQueries } from '../client.ts';
import { FollowThroughOf } from './page.tsx';

type Edition = Awaited<ReturnType<typeof reportsApi.getFollowThrough>>['edition'];

/** /editions/$slug/follow-through/publish */
export function PublishFollowThroughPage() {
  const { t } = useText();
  const { slug } = useParams({ strict: false });
  const edition = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug ?? '' } }));
  const own = useRead(reportsQueries.getFollowThrough.queryOptions({ input: { edition: slug ?? '', view: 'own' } }));
  if (edition === undefined || own === undefined) return <Skeleton label={t('reports.ft_publish_title')} lines={8} />;
  return <Choosing edition={own.edition} isPublic={own.isPublic} />;
}

function Choosing({ edition, isPublic }: { readonly edition: Edition; readonly isPublic: boolean }) {
  const { t } = useText();
  const [withSteps, setWithSteps] = useState(false);
  const [withUnlisted, setWithUnlisted] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { keep, ...action } = useKeeping(reportsQueries.key());
  const [editionId, choice] = [edition.id, { withSteps, withUnlisted }];
  const preview = useRead(reportsQueries.previewFollowThrough.queryOptions({ input: { editionId, ...choice }, staleTime: 0 }));
  const withdraw = (ifMatch: number) => reportsApi.withdrawFollowThrough({ editionId }, { context: { ifMatch } });
  return (
    <>
      <Title
        title={t('reports.ft_publish_title')}
        crumb={
          <Link to="/editions/$slug/follow-through" params={{ slug: edition.slug }}>
            {t('reports.ft_short')}
          </Link>
        }
      />
      <Section title={t('reports.ft_publish_title')} aside={<VisibilityMark visibility={isPublic ? 'public' : 'private'} />}>
        <Sentence>{t('reports.ft_publish_note')}</Sentence>
        <TroubleNotice trouble={action.trouble} />
        <CheckField
          name="withSteps"
          label={t('reports.ft_with_steps')}
          hint={t('reports.ft_with_steps_hint')}
          checked={withSteps}
          onChange={setWithSteps}
        />
        <CheckField
          name="withUnlisted"
          label={t('reports.ft_with_unlisted')}
          hint={t('reports.ft_with_unlisted_hint')}
          checked={withUnlisted}
          onChange={setWithUnlisted}
        />
        {preview !== undefined && (
          <>
            {preview.keptBack > 0 && <p className="note">{t('reports.ft_kept_back', { count: preview.keptBack })}</p>}
            <Buttons>
              <Button
                kind="go"
                busy={action.busy}
                onPress={() =>
                  void keep(
                    () =>
                      reportsApi.publishFollowThrough(
                        { editionId, digest: preview.digest, ...choice },
                        { context: { ifMatch: preview.version } },
                      ),
                    { said: t('reports.ft_published') },
                  )
                }
              >
                {t(isPublic ? 'reports.ft_publish_again' : 'reports.ft_publish')}
              </Button>
              {isPublic && (
                <Button busy={action.busy} onPress={() => setAsking(true)}>
                  {t('reports.ft_withdraw')}
                </Button>
              )}
            </Buttons>
            <Confirm
              open={isAsking}
              onClose={() => setAsking(false)}
              title={t('reports.ft_withdraw_title')}
              confirmText={t('reports.ft_withdraw')}
              busy={action.busy}
              onConfirm={() =>
                void keep(() => withdraw(preview.version), { said: t('reports.ft_withdrawn'), after: () => setAsking(false) })
              }
            >
              <p>{t('reports.ft_withdraw_text')}</p>
            </Confirm>
          </>
        )}
      </Section>
      <div className="spaced">{preview === undefined ? <Skeleton lines={8} /> : <FollowThroughOf page={preview.page} head={null} />}</div>
    </>
  );
}
