// English texts of the pages on which offices work.
import { logEn as accountsLog } from '#modules/accounts/ui/log/log-text.en.ts';
import { logEn as evidenceLog } from '#modules/evidence/ui/log-text.en.ts';
import { logEn as citiesLog } from '#modules/cities/ui/log-text.en.ts';
import { logEn as organisationsLog } from '#modules/organisations/ui/log-text.en.ts';
import { logEn as tiesLog } from '#modules/ties/ui/log-text.en.ts';
import { logEn as referenceLog } from '#modules/reference/ui/log-text.en.ts';
import { logEn as exposLog } from '#modules/expos/ui/log-text.en.ts';
import { logEn as matchingLog } from '#modules/matching/ui/log-text.en.ts';
import { logEn as meetingsLog } from '#modules/meetings/ui/log-text.en.ts';
import { logEn as outcomesLog } from '#modules/outcomes/ui/log-text.en.ts';
import { logEn as reportsLog } from '#modules/reports/ui/log-text.en.ts';
import { logEn as deskLog } from '#modules/desk/ui/log-text.en.ts';
import { en as reports } from '#modules/reports/text.en.ts';
import { en as kernel } from '#kernel/text.en.ts';
import { en as accounts } from '#modules/accounts/text.en.ts';
import { en as cities } from '#modules/cities/text.en.ts';
import { en as evidence } from '#modules/evidence/text.en.ts';
import { en as ties } from '#modules/ties/text.en.ts';
import { en as outcomes } from '#modules/outcomes/text.en.ts';
import { sheetEn as outcomesSheet } from '#modules/outcomes/ui/sheet/sheet-text.en.ts';
import { evidenceEn as outcomesEvidence } from '#modules/outcomes/ui/evidence/evidence-text.en.ts';
import { ratesEn as outcomesRates } from '#modules/outcomes/ui/rates/rates-text.en.ts';
import { projectEn as outcomesProject } from '#modules/outcomes/ui/project/project-text.en.ts';
import { followUpEn as outcomesFollowUp } from '#modules/outcomes/ui/follow-up/follow-up-text.en.ts';
import { deskEn as outcomesDesk } from '#modules/outcomes/ui/desk-text.en.ts';
import { deskEn as citiesDesk } from '#modules/cities/ui/desk-text.en.ts';
import { en as citiesCalls } from '#modules/cities/ui/profile/call-text.en.ts';
import { en as citiesProfile } from '#modules/cities/ui/profile/profile-text.en.ts';
import { deskEn as evidenceDesk } from '#modules/evidence/ui/desk-text.en.ts';
import { deskEn as reportsDesk } from '#modules/reports/ui/desk-text.en.ts';
import { visitEn as tiesVisit } from '#modules/ties/ui/visit/visit-text.en.ts';
import { agreementEn as tiesAgreement } from '#modules/ties/ui/agreement/agreement-text.en.ts';
import { reminderEn as tiesReminders } from '#modules/desk/ui/reminder-text.en.ts';
import { duplicatesEn as tiesDuplicates } from '#modules/ties/ui/merge/duplicates-text.en.ts';
import { en as desk } from '#modules/desk/text.en.ts';
import { deskEn as deskUi } from '#modules/desk/ui/desk-text.en.ts';
import { briefingPageEn as deskBriefing } from '#modules/desk/ui/briefing/page-text.en.ts';
import { handoverPageEn as deskHandover } from '#modules/desk/ui/handover/handover-text.en.ts';
import { en as network } from '#modules/network/text.en.ts';
import { deskEn as tiesDesk } from '#modules/ties/ui/desk-text.en.ts';
import { en as accountsUi } from '#modules/accounts/ui/text.en.ts';
import { en as accountsPrograms } from '#modules/accounts/ui/program-text.en.ts';
import { en as expos } from '#modules/expos/text.en.ts';
import { en as exposUi } from '#modules/expos/ui/text.en.ts';
import { numbersEn as meetingsNumbers } from '#modules/meetings/formats/numbers-text.en.ts';
import { numbersPageEn as meetingsNumbersPage } from '#modules/meetings/ui/numbers/page-text.en.ts';
import { filesEn as exposFiles } from '#modules/expos/ui/files/files-text.en.ts';
import { floorEn as exposFloor } from '#modules/expos/ui/floor/floor-text.en.ts';
import { compareEn as exposCompare } from '#modules/expos/formats/compare-text.en.ts';
import { saidEn as exposSaid } from '#modules/expos/formats/said-text.en.ts';
import { marketEn as exposMarket } from '#modules/expos/ui/market/market-text.en.ts';
import { registrationEn as exposRegistration } from '#modules/expos/ui/registration/registration-text.en.ts';
import { wayInEn as exposWayIn } from '#modules/expos/ui/way-in-text.en.ts';
import { en as exposProgramme } from '#modules/expos/ui/programme/programme-text.en.ts';
import { en as meetingsFiles } from '#modules/meetings/formats/text.en.ts';
import { en as meetingsAgenda } from '#modules/meetings/ui/agenda/agenda-text.en.ts';
import { en as meetingsPlans } from '#modules/meetings/ui/plan/plan-text.en.ts';
import { en as meetingsFile } from '#modules/meetings/ui/import/file-text.en.ts';
import { en as meetingsPaper } from '#modules/meetings/ui/paper/paper-text.en.ts';
import { en as meetingsDay } from '#modules/meetings/ui/day/day-text.en.ts';
import { en as meetingsDoor } from '#modules/meetings/ui/door/door-text.en.ts';
import { en as meetingsQueue } from '#modules/meetings/ui/queue/queue-text.en.ts';
import { en as meetingsSuggest } from '#modules/meetings/ui/suggest/suggest-text.en.ts';
import { en as meetingsScreens } from '#modules/meetings/ui/screens/screens-text.en.ts';
import { en as meetingsRepair } from '#modules/meetings/ui/repair/repair-text.en.ts';
import { en as matching } from '#modules/matching/text.en.ts';
import { billEn as matchingBill } from '#modules/matching/ui/bill-text.en.ts';
import { lessonsEn as matchingLessons } from '#modules/matching/ui/lessons/lessons-text.en.ts';
import { wordsEn as matchingWords } from '#modules/matching/ui/words/words-text.en.ts';
import { methodEn as matchingMethod } from '#modules/matching/ui/method/method-text.en.ts';
import { citiesEn as matchingCities } from '#modules/matching/ui/cities/cities-text.en.ts';
import { en as meetings } from '#modules/meetings/text.en.ts';
import { en as meetingsUi } from '#modules/meetings/ui/text.en.ts';
import { en as organisations } from '#modules/organisations/text.en.ts';
import { en as organisationsUi } from '#modules/organisations/ui/text.en.ts';
import { en as referenceFiles } from '#modules/reference/formats/text.en.ts';
import { en as reference } from '#modules/reference/text.en.ts';
import { importEn as referenceImports } from '#modules/reference/ui/import/import-text.en.ts';
import { en as referenceUi } from '#modules/reference/ui/text.en.ts';
import { followThroughEn as reportsFollowThrough } from '#modules/reports/formats/follow-through-text.en.ts';
import { snapshotEn as reportsSnapshots } from '#modules/reports/ui/snapshots/snapshot-text.en.ts';
import { councilEn as reportsCouncil } from '#modules/reports/formats/council-text.en.ts';
import { scorecardEn as reportsScorecard } from '#modules/reports/formats/scorecard-text.en.ts';
import { dataEn as reportsData } from '#modules/reports/ui/data-text.en.ts';
import { networkEn as tiesNetwork } from '#modules/network/ui/network-text.en.ts';
import { en as tiesFiles } from '#modules/desk/formats/text.en.ts';
import { en as files } from '#platform/files/text.en.ts';
import { en as dzn } from '#scheduler/core/dzn/text.en.ts';
import { deskEn as designDesk } from '#design/desk-text.en.ts';

export const en = {
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
