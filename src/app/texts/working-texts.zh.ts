// Chinese texts of the pages on which offices work.
import { logZh as accountsLog } from '#modules/accounts/ui/log/log-text.zh.ts';
import { logZh as evidenceLog } from '#modules/evidence/ui/log-text.zh.ts';
import { logZh as citiesLog } from '#modules/cities/ui/log-text.zh.ts';
import { logZh as organisationsLog } from '#modules/organisations/ui/log-text.zh.ts';
import { logZh as tiesLog } from '#modules/ties/ui/log-text.zh.ts';
import { logZh as referenceLog } from '#modules/reference/ui/log-text.zh.ts';
import { logZh as exposLog } from '#modules/expos/ui/log-text.zh.ts';
import { logZh as matchingLog } from '#modules/matching/ui/log-text.zh.ts';
import { logZh as meetingsLog } from '#modules/meetings/ui/log-text.zh.ts';
import { logZh as outcomesLog } from '#modules/outcomes/ui/log-text.zh.ts';
import { logZh as reportsLog } from '#modules/reports/ui/log-text.zh.ts';
import { logZh as deskLog } from '#modules/desk/ui/log-text.zh.ts';
import { zh as reports } from '#modules/reports/text.zh.ts';
import { zh as kernel } from '#kernel/text.zh.ts';
import { zh as accounts } from '#modules/accounts/text.zh.ts';
import { zh as cities } from '#modules/cities/text.zh.ts';
import { zh as evidence } from '#modules/evidence/text.zh.ts';
import { zh as ties } from '#modules/ties/text.zh.ts';
import { zh as outcomes } from '#modules/outcomes/text.zh.ts';
import { sheetZh as outcomesSheet } from '#modules/outcomes/ui/sheet/sheet-text.zh.ts';
import { evidenceZh as outcomesEvidence } from '#modules/outcomes/ui/evidence/evidence-text.zh.ts';
import { ratesZh as outcomesRates } from '#modules/outcomes/ui/rates/rates-text.zh.ts';
import { projectZh as outcomesProject } from '#modules/outcomes/ui/project/project-text.zh.ts';
import { followUpZh as outcomesFollowUp } from '#modules/outcomes/ui/follow-up/follow-up-text.zh.ts';
import { deskZh as outcomesDesk } from '#modules/outcomes/ui/desk-text.zh.ts';
import { deskZh as citiesDesk } from '#modules/cities/ui/desk-text.zh.ts';
import { zh as citiesCalls } from '#modules/cities/ui/profile/call-text.zh.ts';
import { zh as citiesProfile } from '#modules/cities/ui/profile/profile-text.zh.ts';
import { deskZh as evidenceDesk } from '#modules/evidence/ui/desk-text.zh.ts';
import { deskZh as reportsDesk } from '#modules/reports/ui/desk-text.zh.ts';
import { visitZh as tiesVisit } from '#modules/ties/ui/visit/visit-text.zh.ts';
import { agreementZh as tiesAgreement } from '#modules/ties/ui/agreement/agreement-text.zh.ts';
import { reminderZh as tiesReminders } from '#modules/desk/ui/reminder-text.zh.ts';
import { duplicatesZh as tiesDuplicates } from '#modules/ties/ui/merge/duplicates-text.zh.ts';
import { zh as desk } from '#modules/desk/text.zh.ts';
import { deskZh as deskUi } from '#modules/desk/ui/desk-text.zh.ts';
import { briefingPageZh as deskBriefing } from '#modules/desk/ui/briefing/page-text.zh.ts';
import { handoverPageZh as deskHandover } from '#modules/desk/ui/handover/handover-text.zh.ts';
import { zh as network } from '#modules/network/text.zh.ts';
import { deskZh as tiesDesk } from '#modules/ties/ui/desk-text.zh.ts';
import { zh as accountsUi } from '#modules/accounts/ui/text.zh.ts';
import { zh as accountsPrograms } from '#modules/accounts/ui/program-text.zh.ts';
import { zh as expos } from '#modules/expos/text.zh.ts';
import { zh as exposUi } from '#modules/expos/ui/text.zh.ts';
import { numbersZh as meetingsNumbers } from '#modules/meetings/formats/numbers-text.zh.ts';
import { numbersPageZh as meetingsNumbersPage } from '#modules/meetings/ui/numbers/page-text.zh.ts';
import { filesZh as exposFiles } from '#modules/expos/ui/files/files-text.zh.ts';
import { floorZh as exposFloor } from '#modules/expos/ui/floor/floor-text.zh.ts';
import { compareZh as exposCompare } from '#modules/expos/formats/compare-text.zh.ts';
import { saidZh as exposSaid } from '#modules/expos/formats/said-text.zh.ts';
import { marketZh as exposMarket } from '#modules/expos/ui/market/market-text.zh.ts';
import { registrationZh as exposRegistration } from '#modules/expos/ui/registration/registration-text.zh.ts';
import { wayInZh as exposWayIn } from '#modules/expos/ui/way-in-text.zh.ts';
import { zh as exposProgramme } from '#modules/expos/ui/programme/programme-text.zh.ts';
import { zh as meetingsFiles } from '#modules/meetings/formats/text.zh.ts';
import { zh as meetingsAgenda } from '#modules/meetings/ui/agenda/agenda-text.zh.ts';
import { zh as meetingsPlans } from '#modules/meetings/ui/plan/plan-text.zh.ts';
import { zh as meetingsFile } from '#modules/meetings/ui/import/file-text.zh.ts';
import { zh as meetingsPaper } from '#modules/meetings/ui/paper/paper-text.zh.ts';
import { zh as meetingsDay } from '#modules/meetings/ui/day/day-text.zh.ts';
import { zh as meetingsDoor } from '#modules/meetings/ui/door/door-text.zh.ts';
import { zh as meetingsQueue } from '#modules/meetings/ui/queue/queue-text.zh.ts';
import { zh as meetingsSuggest } from '#modules/meetings/ui/suggest/suggest-text.zh.ts';
import { zh as meetingsScreens } from '#modules/meetings/ui/screens/screens-text.zh.ts';
import { zh as meetingsRepair } from '#modules/meetings/ui/repair/repair-text.zh.ts';
import { zh as matching } from '#modules/matching/text.zh.ts';
import { billZh as matchingBill } from '#modules/matching/ui/bill-text.zh.ts';
import { lessonsZh as matchingLessons } from '#modules/matching/ui/lessons/lessons-text.zh.ts';
import { wordsZh as matchingWords } from '#modules/matching/ui/words/words-text.zh.ts';
import { methodZh as matchingMethod } from '#modules/matching/ui/method/method-text.zh.ts';
import { citiesZh as matchingCities } from '#modules/matching/ui/cities/cities-text.zh.ts';
import { zh as meetings } from '#modules/meetings/text.zh.ts';
import { zh as meetingsUi } from '#modules/meetings/ui/text.zh.ts';
import { zh as organisations } from '#modules/organisations/text.zh.ts';
import { zh as organisationsUi } from '#modules/organisations/ui/text.zh.ts';
import { zh as referenceFiles } from '#modules/reference/formats/text.zh.ts';
import { zh as reference } from '#modules/reference/text.zh.ts';
import { importZh as referenceImports } from '#modules/reference/ui/import/import-text.zh.ts';
import { zh as referenceUi } from '#modules/reference/ui/text.zh.ts';
import { followThroughZh as reportsFollowThrough } from '#modules/reports/formats/follow-through-text.zh.ts';
import { snapshotZh as reportsSnapshots } from '#modules/reports/ui/snapshots/snapshot-text.zh.ts';
import { councilZh as reportsCouncil } from '#modules/reports/formats/council-text.zh.ts';
import { scorecardZh as reportsScorecard } from '#modules/reports/formats/scorecard-text.zh.ts';
import { dataZh as reportsData } from '#modules/reports/ui/data-text.zh.ts';
import { networkZh as tiesNetwork } from '#modules/network/ui/network-text.zh.ts';
import { zh as tiesFiles } from '#modules/desk/formats/text.zh.ts';
import { zh as files } from '#platform/files/text.zh.ts';
import { zh as dzn } from '#scheduler/core/dzn/text.zh.ts';
import { deskZh as designDesk } from '#design/desk-text.zh.ts';

export const zh = {
  ...reports,
  ...designDesk,
  ...kernel,
  ...accounts,
  ...citiesCalls,
  ...cities,
  ...evidence,
  ...ties,
  ...outcomes,
  ...accountsUi,
  ...accountsPrograms,
  ...expos,
  ...exposUi,
  ...exposProgramme,
  ...meetingsNumbers,
  ...meetingsNumbersPage,
  ...exposCompare,
  ...exposFiles,
  ...exposFloor,
  ...exposSaid,
  ...exposMarket,
  ...exposRegistration,
  ...exposWayIn,
  ...meetingsFiles,
  ...meetingsAgenda,
  ...meetingsPlans,
  ...meetingsFile,
  ...meetingsPaper,
  ...meetingsDay,
  ...meetingsDoor,
  ...meetingsQueue,
  ...meetingsSuggest,
  ...meetingsScreens,
  ...meetingsRepair,
  ...matching,
  ...matchingBill,
  ...matchingCities,
  ...matchingWords,
  ...matchingMethod,
  ...matchingLessons,
  ...meetings,
  ...meetingsUi,
  ...organisations,
  ...organisationsUi,
  ...tiesFiles,
  ...tiesNetwork,
  ...reportsData,
  ...reportsScorecard,
  ...reportsCouncil,
  ...reportsSnapshots,
  ...reportsFollowThrough,
  ...reference,
  ...referenceFiles,
  ...referenceUi,
  ...referenceImports,
  ...files,
  ...dzn,
  ...citiesDesk,
  ...citiesProfile,
  ...evidenceDesk,
  ...reportsDesk,
  ...tiesDesk,
  ...desk,
  ...deskUi,
  ...deskBriefing,
  ...deskHandover,
  ...network,
  ...tiesAgreement,
  ...tiesVisit,
  ...tiesReminders,
  ...tiesDuplicates,
  ...outcomesDesk,
  ...outcomesSheet,
  ...outcomesRates,
  ...outcomesEvidence,
  ...outcomesProject,
  ...outcomesFollowUp,
  ...accountsLog,
  ...evidenceLog,
  ...citiesLog,
  ...organisationsLog,
  ...tiesLog,
  ...referenceLog,
  ...exposLog,
  ...matchingLog,
  ...meetingsLog,
  ...outcomesLog,
  ...reportsLog,
  ...deskLog,
} as const;
