// The edition's own list of topics in a file: a topic is called by any of its words, and is one with another that has a word in common.
import { languages } from '#kernel/language.ts';
import type { EditionFile, FileParticipant, FileText, FileTopic } from './edition-file.ts';
import { foldedName, sharesName } from './same-people.ts';

/** What participants name a topic by: its English word, else its Chinese, else its first. */
export const topicKey = ({ name }: FileTopic): string =>
  languages.map((tag) => name[tag]).find((word) => word !== undefined) ?? Object.values(name)[0] ?? '';

/** The topic of a list that a word in any language means; null where it means none. */
export function topicFinder(topics: readonly FileTopic[]): (word: string) => FileTopic | null {
  const byWord = new Map(topics.flatMap((topic) => Object.values(topic.name).map((word) => [foldedName(word), topic] as const)));
  return (word) => byWord.get(foldedName(word)) ?? null;
}

/** The keys in the order of the list, each once; words of no topic last, as they are. */
export function keysInOrder(topics: readonly FileTopic[], words: readonly string[]): readonly string[] {
  const find = topicFinder(topics);
  const meant = new Set(words.map(find));
  return [...topics.filter((topic) => meant.has(topic)).map(topicKey), ...new Set(words.filter((word) => find(word) === null))];
}

const sameTopic = (topics: readonly FileTopic[], name: FileText): FileTopic | undefined => topics.find((one) => sharesName(one.name, name));

/** The list with what a file adds: a topic that it calls by a known word gets its other words, one that is new comes last. */
export const topicsAdded = (own: readonly FileTopic[], held: readonly FileTopic[]): readonly FileTopic[] => [
  ...own.map((topic) => ({ name: { ...topic.name, ...sameTopic(held, topic.name)?.name } })),
  ...held.filter(({ name }) => sameTopic(own, name) === undefined),
];

/** Participants who named topics of one list, by the words of another. */
export function followTopics(
  participants: readonly FileParticipant[],
  from: EditionFile['topics'],
  to: EditionFile['topics'],
): readonly FileParticipant[] {
  const [find, findNow] = [topicFinder(from), topicFinder(to)];
  const now = (word: string): string => {
    const topic = findNow(word) ?? sameTopic(to, find(word)?.name ?? {});
    return topic === null || topic === undefined ? word : topicKey(topic);
  };
  const names = (words: readonly string[]): readonly string[] => (words.length === 0 ? words : keysInOrder(to, words.map(now)));
  return participants.map((one) => ({ ...one, offerTopics: names(one.offerTopics), needTopics: names(one.needTopics) }));
}
