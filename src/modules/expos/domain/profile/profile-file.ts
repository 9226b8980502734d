// What a company shows beside its words: pictures, and a paper or two.
import { isOneOf } from '#kernel/codes.ts';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { ParticipantId } from '../edition.ts';
import { pictureTypes, type PictureType } from './picture.ts';

export type ProfileFileId = Id<'ProfileFile'>;

export const profileFileTypes = [...pictureTypes, 'application/pdf'] as const;
export type ProfileFileType = (typeof profileFileTypes)[number];

export const profileFileKinds = ['picture', 'paper'] as const;
export type ProfileFileKind = (typeof profileFileKinds)[number];

/** How many of each a company shows, in bytes at most; a side of a picture in pixels. */
export const profileLimits = {
  ...{ picture: 6, paper: 2 },
  pictureBytes: 2_000_000,
  pictureSide: 4096,
  paperBytes: 5_000_000,
  /** Characters of what a picture shows, in each language. */
  words: 300,
} as const;

/** Without its bytes. */
export interface ProfileFile {
  readonly id: ProfileFileId;
  readonly participantId: ParticipantId;
  readonly version: number;
  readonly name: string;
  readonly mediaType: ProfileFileType;
  readonly size: number;
  readonly sha256: string;
  /** Of pictures, as they are shown. */
  readonly width: number | null;
  readonly height: number | null;
  /** What it shows, for who does not see it; empty as long as nobody has said. */
  readonly words: MultilingualText;
}

export const isPictureType = (type: string): type is PictureType => isOneOf(pictureTypes, type);
export const kindOf = ({ mediaType }: Pick<ProfileFile, 'mediaType'>): ProfileFileKind => (isPictureType(mediaType) ? 'picture' : 'paper');
