// What only the house forbids, as a plugin of the linter: names that change on the way, and time and chance in the pure parts.

const rule = (create) => ({ create });
const say = (context, message) => (node) => context.report({ node, message });

const oneName = rule((context) => ({
  ExportDefaultDeclaration: say(context, 'Export by name, so that a thing is called the same everywhere.'),
  ExportAllDeclaration: say(context, 'Name what you pass on; no barrels.'),
}));

const theTime = 'The pure parts get the time as an argument.';
const theChance = 'The pure parts get their chance from a seed.';

/** Time and chance come into the pure parts as arguments, or nothing could be repeated. */
const noClockOrDice = rule((context) => ({
  "MemberExpression[object.name='Date'][property.name='now']": say(context, theTime),
  "NewExpression[callee.name='Date'][arguments.length=0]": say(context, theTime),
  "CallExpression[callee.name='Date']": say(context, theTime),
  "MemberExpression[object.name='performance'][property.name='now']": say(context, theTime),
  "MemberExpression[object.name='Math'][property.name='random']": say(context, theChance),
  "MemberExpression[object.name='crypto']": say(context, theChance),
}));

const looks =
  /^(count|isVisible|isChecked|isDisabled|isEnabled|textContent|innerText|inputValue|getAttribute|allInnerTexts|allTextContents)$/;

/** A page answers when it can: what is expected of it is asked until it holds. What must never be there (`.not`) is looked at once. */
const pollPages = rule((context) => ({
  [`MemberExpression[property.name=/^to/] > CallExpression[callee.name='expect'] > AwaitExpression > CallExpression[callee.property.name=${looks}]`]:
    say(context, 'Ask until it holds: await expect.poll(() => ...).'),
}));

/** An address is read as people type it, full-width signs included. */
const typedEmail = rule((context) => ({
  "CallExpression[callee.object.name='z'][callee.property.name='email']": say(context, 'Take typedEmail() of kernel/writing/typed.ts.'),
}));

export default {
  meta: { name: 'house' },
  rules: { 'one-name': oneName, 'no-clock-or-dice': noClockOrDice, 'poll-pages': pollPages, 'typed-email': typedEmail },
};
