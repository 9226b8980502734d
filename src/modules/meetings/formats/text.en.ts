// What can be wrong with an edition file, each sentence with its place in the file. Joined to the other texts in src/app.
export const en = {
  'meetings.file_cell_without_heading':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” stands beyond the last heading; a separator may be inside a text without quotes.',
  'meetings.file_country_unknown':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is no country or region that we know; use its name or a code of two letters.',
  'meetings.file_day_invalid': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a day; write it as 2026-11-06.',
  'meetings.file_doubled': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is here twice.',
  'meetings.file_empty': '{{sheet}}, row {{row}}, “{{column}}”: this may not be empty.',
  'meetings.file_ends_before_start': '{{sheet}}, row {{row}}, “{{column}}”: the end is not after the start.',
  'meetings.file_fixed_contradicts':
    '{{sheet}}, row {{row}}, “{{column}}”: meeting {{meeting}} is fixed to slot {{value}} here and to another slot elsewhere.',
  'meetings.file_fixed_without_meeting':
    '{{sheet}}, row {{row}}, “{{column}}”: slot {{value}} is fixed, but this request leads to no meeting.',
  'meetings.file_group_circle': '{{sheet}}, row {{row}}, “{{column}}”: this group is part of itself.',
  'meetings.file_heading_doubled': '{{sheet}}, row {{row}}, “{{column}}”: the heading “{{value}}” is here twice.',
  'meetings.file_heading_missing': '{{sheet}}, row {{row}}, “{{column}}”: this column is needed and missing.',
  'meetings.file_language_unknown':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is no language that we know; use its name or a tag such as en or zh.',
  'meetings.file_lead_elsewhere': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” leads this stand but does not stand here.',
  'meetings.file_least_above_most': '{{sheet}}, row {{row}}, “{{column}}”: the least number of meetings is above the most.',
  'meetings.file_meeting_invalid': '{{sheet}}, row {{row}}, “{{column}}”: a meeting’s number is a whole number from 1.',
  'meetings.file_meeting_of_others': '{{sheet}}, row {{row}}, “{{column}}”: meeting {{value}} is already one of two other participants.',
  'meetings.file_of_unknown_kind': 'This is neither a workbook (.xlsx) nor a table (.csv) nor a planner’s file (.dzn).',
  'meetings.file_no_known_table':
    '{{sheet}}, row {{row}}, “{{column}}”: no sheet has headings that we know. For participants give a name, for requests from and to.',
  'meetings.file_no_stand': '{{sheet}}, row {{row}}, “{{column}}”: this participant is to meet at its stand but has none.',
  'meetings.file_not_a_number': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a whole number.',
  'meetings.file_number_out_of_range': '{{sheet}}, row {{row}}, “{{column}}”: {{value}} is not between {{least}} and {{most}}.',
  'meetings.file_one_of_two': '{{sheet}}, row {{row}}, “{{column}}”: fill in either “{{one}}” or “{{other}}”, not both.',
  'meetings.file_order_of_itself': '{{sheet}}, row {{row}}, “{{column}}”: meeting {{value}} cannot be earlier than itself.',
  'meetings.file_outside_edition':
    '{{sheet}}, row {{row}}, “{{column}}”: {{value}} is outside the edition, which lasts from {{first}} to {{last}}. Mend the day in the file, or change the days of the edition under “Set-up”.',
  'meetings.file_request_to_oneself': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” asks to meet itself.',
  'meetings.file_slots_out_of_order':
    '{{sheet}}, row {{row}}, “{{column}}”: slots are numbered in order of time; {{slot}} should be {{expected}}.',
  'meetings.file_slots_overlap': '{{sheet}}, row {{row}}, “{{column}}”: slot {{slot}} begins before slot {{other}} ends.',
  'meetings.file_text_damaged': '{{sheet}}, row {{row}}, “{{column}}”: this text holds damaged or invisible characters.',
  'meetings.file_text_too_long': '{{sheet}}, row {{row}}, “{{column}}”: {{length}} characters; at most {{max}} are kept.',
  'meetings.file_time_invalid': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a time of day; write it as 09:30.',
  'meetings.file_time_skipped': '{{sheet}}, row {{row}}, “{{column}}”: the clock at the venue jumps over {{value}} on that day.',
  'meetings.file_time_zone_unknown': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is no time zone; write it as Asia/Shanghai.',
  'meetings.file_too_many_rows': '{{sheet}}, row {{row}}, “{{column}}”: {{rows}} rows; at most {{most}} can be read.',
  'meetings.file_unknown_reference': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not in the file or the edition.',
  'meetings.file_wish_contradicts': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is to be met and not to be met.',
  'meetings.file_word_unknown': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not understood; use one of: {{words}}.',
  'meetings.import_preview_outdated': 'The file or the edition has changed since you looked. Look at the preview again.',
  'meetings.import_needs_confirmation': 'This edition already has content. Confirm that the file may replace it.',
  'meetings.import_released': 'A schedule of this edition is published. Confirm that the file may replace what it was made from.',
  'meetings.dzn_day_too_short': '{{slots}} slots of {{minutes}} minutes do not fit into one day. Choose an earlier start or shorter slots.',
  'meetings.dzn_loses_sessions': 'This format knows a morning and an afternoon only; other sessions become “any”.',
  'meetings.dzn_loses_seats': 'This format knows no seats, limits of meetings or meetings at stands.',
  'meetings.dzn_loses_closed_tables': 'This format knows no tables that are closed for a while.',
  'meetings.dzn_loses_interpreters': 'This format knows no interpreters.',
  'meetings.dzn_loses_wishes': 'This format knows no wishes: every request is a must, and refusals are left out.',
} as const;
