// What can be wrong with an edition file, each sentence with its place in the file. Joined to the other texts in src/app.
export const en = {
  'meetings.file_cell_without_heading':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is beyond the last heading; there may be a separator inside a text without quotation marks.',
  'meetings.file_country_unknown':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a known country or region; use its name or two-letter code.',
  'meetings.file_day_invalid': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a day; write it as 2026-11-06.',
  'meetings.file_doubled': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” appears twice.',
  'meetings.file_empty': '{{sheet}}, row {{row}}, “{{column}}”: this must not be empty.',
  'meetings.file_ends_before_start': '{{sheet}}, row {{row}}, “{{column}}”: the end is not after the start.',
  'meetings.file_fixed_contradicts':
    '{{sheet}}, row {{row}}, “{{column}}”: meeting {{meeting}} is fixed to slot {{value}} here and to another slot elsewhere.',
  'meetings.file_fixed_without_meeting':
    '{{sheet}}, row {{row}}, “{{column}}”: slot {{value}} is fixed, but this request leads to no meeting.',
  'meetings.file_group_circle': '{{sheet}}, row {{row}}, “{{column}}”: this group is part of itself.',
  'meetings.file_heading_doubled': '{{sheet}}, row {{row}}, “{{column}}”: the heading “{{value}}” appears twice.',
  'meetings.file_heading_missing': '{{sheet}}, row {{row}}, “{{column}}”: this required column is missing.',
  'meetings.file_language_unknown':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a known language; use its name or a code such as en or zh.',
  'meetings.file_lead_elsewhere':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is the lead exhibitor of this stand but is not assigned to it.',
  'meetings.file_least_above_most': '{{sheet}}, row {{row}}, “{{column}}”: the minimum number of meetings is higher than the maximum.',
  'meetings.file_markup': '{{sheet}}, row {{row}}, “{{column}}”: this contains markup or a script; use plain words.',
  'meetings.file_meeting_invalid': '{{sheet}}, row {{row}}, “{{column}}”: a meeting number must be a whole number, starting from 1.',
  'meetings.file_meeting_of_others': '{{sheet}}, row {{row}}, “{{column}}”: meeting {{value}} already belongs to two other participants.',
  'meetings.file_of_unknown_kind': 'This is not a workbook (.xlsx), a table (.csv) or a planner’s file (.dzn).',
  'meetings.file_no_known_table':
    '{{sheet}}, row {{row}}, “{{column}}”: no sheet has recognised headings. Participants need a name; requests need “from” and “to”.',
  'meetings.file_email_invalid':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not an e-mail address. Enter one address per cell; put further contacts on the sheet of contacts.',
  'meetings.file_phone_invalid': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” cannot be read as one phone number.',
  'meetings.file_too_many_contacts': '{{sheet}}, row {{row}}, “{{column}}”: a participant can have at most {{most}} contacts.',
  'meetings.file_no_stand': '{{sheet}}, row {{row}}, “{{column}}”: this participant is to meet at its stand but has no stand.',
  'meetings.file_not_a_number': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a whole number.',
  'meetings.file_number_out_of_range': '{{sheet}}, row {{row}}, “{{column}}”: {{value}} is not between {{least}} and {{most}}.',
  'meetings.file_one_of_two': '{{sheet}}, row {{row}}, “{{column}}”: fill in either “{{one}}” or “{{other}}”, not both.',
  'meetings.file_order_of_itself': '{{sheet}}, row {{row}}, “{{column}}”: meeting {{value}} cannot come before itself.',
  'meetings.file_outside_edition':
    '{{sheet}}, row {{row}}, “{{column}}”: {{value}} is outside the edition, which runs from {{first}} to {{last}}. Correct the day in the file, or change the days of the edition under “Set-up”.',
  'meetings.file_request_to_oneself': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” asks to meet itself.',
  'meetings.file_slots_out_of_order':
    '{{sheet}}, row {{row}}, “{{column}}”: slots must be numbered in order of time; {{slot}} should be {{expected}}.',
  'meetings.file_slots_overlap': '{{sheet}}, row {{row}}, “{{column}}”: slot {{slot}} begins before slot {{other}} ends.',
  'meetings.file_not_one_line': '{{sheet}}, row {{row}}, “{{column}}”: this contains a line break or a tab; write it on one line.',
  'meetings.file_text_damaged': '{{sheet}}, row {{row}}, “{{column}}”: this text contains damaged or invisible characters.',
  'meetings.file_text_too_long': '{{sheet}}, row {{row}}, “{{column}}”: {{length}} characters; the limit is {{max}}.',
  'meetings.file_time_invalid': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a time of day; write it as 09:30.',
  'meetings.file_time_skipped':
    '{{sheet}}, row {{row}}, “{{column}}”: {{value}} does not exist at the venue on that day, because the clocks change.',
  'meetings.file_time_zone_unknown': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not a time zone; write it as Asia/Shanghai.',
  'meetings.file_too_many_wishes':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” has more than {{most}} requests. Keep at most that many.',
  'meetings.file_too_many_rows': '{{sheet}}, row {{row}}, “{{column}}”: {{rows}} rows; the limit is {{most}}.',
  'meetings.file_topic_unknown':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not among the topics of the edition. Add it to the list, or use a word that is on it.',
  'meetings.file_too_many_words': '{{sheet}}, row {{row}}, “{{column}}”: {{count}} entries; the limit is {{most}}.',
  'meetings.file_unknown_reference': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not in the file or the edition.',
  'meetings.file_name_near':
    '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not in the file or the edition. Is {{known}} “{{near}}” meant? Then use that code or name.',
  'meetings.file_name_shared':
    '{{sheet}}, row {{row}}, “{{column}}”: {{count}} participants are called “{{value}}”: {{codes}}. Use the code of the one that is meant.',
  'meetings.file_wish_contradicts': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is both to be met and not to be met.',
  'meetings.file_word_unknown': '{{sheet}}, row {{row}}, “{{column}}”: “{{value}}” is not recognised; use one of: {{words}}.',
  'meetings.file_column_misread':
    '{{sheet}}, row {{row}}, “{{column}}”: {{count}} of its cells, such as “{{value}}”, do not match how this column is read. Choose what it contains, or leave it out.',
  'meetings.file_meaning_unknown': '{{sheet}}, row {{row}}, “{{column}}”: this sheet has no column “{{value}}”.',
  'meetings.file_sheet_unknown': '{{sheet}}, row {{row}}, “{{column}}”: the file has no sheet with this name.',
  'meetings.file_cells_unread':
    'Cells of the file that cannot be read: {{cells}}. Correct them in the file, or leave them empty and add them later.',
  'meetings.file_rows_unread':
    'Rows of the file that cannot be read: {{rows}}. Correct them in the file, or leave them out and add them later.',
  'meetings.file_head_row': 'Row in the file',
  'meetings.file_head_wrong': 'What is wrong',
  'meetings.file_rows_sound': 'Every row of the file can be read: none needs correcting.',
  'meetings.template_notes': 'Notes',
  'meetings.template_sheet': 'Sheet',
  'meetings.template_column': 'Column',
  'meetings.template_needed': 'Required',
  'meetings.template_may_hold': 'What to enter',
  'meetings.template_code': 'A short code such as E01. If left empty, one is given.',
  'meetings.template_country': 'Name or two-letter code, such as China or CN.',
  'meetings.template_languages': 'One or more, such as English, Chinese.',
  'meetings.template_topics':
    'Topics from the edition’s list, separated by semicolons. If there is no list yet, these words become the list.',
  'meetings.template_goals': 'Numbers of the UN goals it contributes to, 1 to 17, such as 7, 13.',
  'meetings.template_places': 'Where it is offered or sought, separated by semicolons.',
  'meetings.template_markets': 'Countries or regions it sells to or buys from, separated by semicolons.',
  'meetings.template_longest_minutes': 'Minutes of interpreting without a rest, as agreed.',
  'meetings.template_rest_minutes': 'Minutes that a pause needs to be a rest; empty: 15.',
  'meetings.template_stand': 'Stand number. A stand that is not on the sheet of stands is added.',
  'meetings.template_from': 'Code or name of the participant that asks.',
  'meetings.template_to': 'Code or name of the participant asked for.',
  'meetings.template_participant': 'Code or name of a participant; leave empty for an interpreter.',
  'meetings.template_date': 'A day, such as 2026-11-06.',
  'meetings.template_start': 'Venue time, such as 09:30.',
  'meetings.template_end': 'Venue time, such as 10:00.',
  'meetings.template_closed_slots': 'Numbers of slots, such as 3, 5-7.',
  'meetings.template_fixed_slot': 'Number of the slot, where the time is already agreed.',
  'meetings.import_without_requests':
    'Neither the file nor the edition contains meeting requests. Confirm that the companies are to be imported without any.',
  'meetings.import_preview_outdated': 'The file or the edition has changed since you looked. Check the preview again.',
  'meetings.import_cells_undecided':
    'The file differs from the edition in {{count}} cells. Decide for each whether to keep it or to use the file; the preview lists them.',
  'meetings.import_needs_confirmation': 'This edition already has content. Confirm that the file may replace it.',
  'meetings.import_released':
    'A schedule of this edition has been released. Confirm that the file may replace the information it was based on.',
  'meetings.dzn_day_too_short': '{{slots}} slots of {{minutes}} minutes do not fit into one day. Choose an earlier start or shorter slots.',
  'meetings.dzn_loses_sessions': 'This format has only morning and afternoon; other half days become “any”.',
  'meetings.dzn_loses_seats': 'This format does not include simultaneous meetings, limits on meetings or meetings at stands.',
  'meetings.dzn_loses_closed_tables': 'This format does not include tables that are closed for a time.',
  'meetings.dzn_loses_interpreters': 'This format does not include interpreters.',
  'meetings.dzn_loses_wishes': 'This format does not include wishes: every request becomes a must, and refusals are left out.',
  'meetings.file_not_filled_in': 'This is the empty workbook, or a file with headings only: there is nothing to import.',
  'meetings.file_away_unread':
    '“{{value}}” is not read as times away. Write a day and a time, such as “2 December 9:00–12:00” or “2 December, morning”; separate several times with semicolons.',
  'meetings.file_not_a_length': '“{{value}}” is not a length. Enter metres, such as 12.5.',
  'meetings.file_area_out_of_range': 'An area must be over 0 and at most 100,000 m².',
} as const;
