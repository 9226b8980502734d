// What a reader would ask and nobody has stated: written out, never left empty.
import { useFormats } from '#client/formats.ts';
import { tellingIn, useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { useStageWord } from '#modules/outcomes/ui/words.tsx';
import { writing } from '#kernel/language.ts';
import type { ReportGap, TieReport } from '../contract.ts';
import { whenOf } from '../domain/opening-words.ts';
import { Line } from './report-row.tsx';

function useSentence(report: TieReport): (gap: ReportGap) => string {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const stageWord = useStageWord();
  const city = (id: string): string => {
    const found = [report.cities.first, report.cities.second].find((known) => known.id === id);
    return found === undefined ? '' : naming(found.name);
  };
  return (gap) => {
    switch (gap.about) {
      case 'established':
      case 'class':
        return t(`reports.nobody_${gap.about}`);
      case 'status':
        return t('reports.nobody_status', { city: city(gap.cityId) });
      case 'visits':
        return t(gap.elsewhere === 0 ? 'reports.nobody_visits' : 'reports.no_visit_entered', { city: city(gap.cityId) });
      case 'begun_by_paper':
        return t('reports.begun_by_paper', { title: naming(gap.title), when: whenOf(gap.signedOn, { t: tellingIn(language), formats }) });
      case 'parties':
      case 'validity':
        return t(`reports.nobody_${gap.about}`, { title: naming(gap.title) });
      case 'follow_up':
        return t('reports.nobody_follow_up', { title: naming(gap.title), stage: stageWord(gap.stage) });
      case 'domains':
        return [
          t('reports.nobody_domains', { domains: formats.list(gap.domains.map((domain) => t(`cities.domain_${domain}`))) }),
          ...(gap.elsewhere === 0 ? [] : [t('reports.without_domain', { count: gap.elsewhere })]),
        ].join(writing[language].blank);
      case 'silence':
        return t('reports.nobody_silence', { day: formats.spelt(formats.flexDate(gap.since)) });
    }
  };
}

export function Gaps({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const sentence = useSentence(report);
  return report.gaps.map((gap, at) => {
    const words = t(`reports.label_${gap.about === 'begun_by_paper' ? 'established' : gap.about}`);
    // Of several questions of one kind the first alone shows its label.
    const isAgain = report.gaps[at - 1]?.about === gap.about;
    return (
      <Line key={JSON.stringify(gap)} label={isAgain ? <span className="hidden">{words}</span> : words}>
        <span className="muted">{sentence(gap)}</span>
      </Line>
    );
  });
}
