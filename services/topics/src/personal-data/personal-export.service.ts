import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ErasureState, PersonalDataPart, PersonalSection } from '@hsl/contracts/schemas/personal-data';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import type { Locale } from '@hsl/platform/locale';
import { personalSection } from '@hsl/platform/personal-section';
import { Inject, Injectable } from '@nestjs/common';
import { positionOf } from '../submissions/position-seal.js';
import { standingOf } from '../submissions/submission-view.js';
import { standingWords } from '../submissions/submission-words.js';
import { PersonalHoldings, type HeldParticipant, type HeldSubmission } from './personal-holdings.js';
import { REQUEST_WORDS, TOPIC_WORDS, type Held } from './personal-words.js';
import { SenderMatters } from './sender-matters.js';
import { SenderProofs } from './sender-proofs.js';

/** What this service holds about one person, for that person (domain 4.6). */
@Injectable()
export class PersonalExport {
  constructor(
    private readonly holdings: PersonalHoldings,
    private readonly matters: SenderMatters,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly proofs: SenderProofs,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /** @throws ProblemError senderNotProven */
  async ofSender(text: string, locale: Locale): Promise<PersonalDataPart> {
    const proof = this.proofs.open(text, 'personalData.export');
    const { subdistrictId, phone } = proof;
    const { contacts, submissionIds, participantIds } = await this.matters.of(proof);
    const [submissions, came] = await Promise.all([
      this.holdings.submissions(subdistrictId, submissionIds),
      this.holdings.participants(subdistrictId, { id: { in: participantIds } }),
    ]);
    const held = submissions.map((row): Held => {
      const contact = contacts.get(row.id);
      // Without a phone the code alone came, which others may have seen: it shows no own words.
      const own = phone === undefined ? [] : [...wordsOf(row), this.positionOf(row)];
      const reached: Held = [
        ['name', contact?.name],
        ['phone', contact?.phone],
        ['consentedAt', contact && row.consentedAt],
      ];
      return [...this.factsOf(row, locale), ...own, ...reached];
    });
    return { sections: sectionsOf([personalSection(TOPIC_WORDS, 'submissions', held, locale), comings(came, locale)]) };
  }

  /** @throws ProblemError roleNotAllowed for who is no member */
  async ofMember(actor: Actor, locale: Locale): Promise<PersonalDataPart> {
    const { subdistrictId, userId, posts } = actor;
    this.access.authorize(actor, 'personalData.export', { subdistrictId, about: userId }, { provenSender: false });
    const memberIds = posts.flatMap(({ memberId }) => memberId ?? []);
    const [came, comments, requests] = await Promise.all([
      this.holdings.participants(subdistrictId, { OR: [{ userId }, { memberId: { in: memberIds } }] }),
      this.holdings.comments(subdistrictId, userId),
      this.holdings.requests(subdistrictId, userId),
    ]);
    const said = comments.map(({ text, at }): Held => [
      ['at', at],
      ['text', text],
    ]);
    const asked = requests.map(({ id, requestedAt, state }): Held => [
      ['id', id],
      ['at', requestedAt],
      ['state', REQUEST_WORDS[state as ErasureState][locale]],
    ]);
    return {
      sections: sectionsOf([
        comings(came, locale),
        personalSection(TOPIC_WORDS, 'comments', said, locale),
        personalSection(TOPIC_WORDS, 'requests', asked, locale),
      ]),
    };
  }

  /** Only for whoever has proven the phone, as the own words. */
  private positionOf({ position }: HeldSubmission): Held[number] {
    if (!position) return ['position', undefined];
    const { lat, lon, accuracyM } = positionOf(position, this.keys);
    return ['position', `${lat}, ${lon} (±${accuracyM} m)`];
  }

  private factsOf(row: HeldSubmission, locale: Locale): Held {
    return [
      ['id', row.id],
      ['receivedAt', row.receivedAt],
      ['community', row.communityName],
      ['state', standingWords(standingOf(row, this.clock.now()), locale)],
      ['answer', row.answer],
    ];
  }
}

const wordsOf = ({ place, text, additions, photos }: HeldSubmission): Held => [
  ['place', place],
  ['text', text],
  ...additions.map(({ text: more }) => ['addition', more] as const),
  ...photos.map((name) => ['photo', name] as const),
];

const comings = (rows: readonly HeldParticipant[], locale: Locale): PersonalSection =>
  personalSection(
    TOPIC_WORDS,
    'participations',
    rows.map(({ startsAt, residentName, seat, signedInAt, opinions }) => [
      ['at', startsAt],
      ['name', residentName],
      ['seat', seat],
      ['signedInAt', signedInAt],
      ...opinions.map((text) => ['opinion', text] as const),
    ]),
    locale,
  );

const sectionsOf = (sections: readonly PersonalSection[]): PersonalSection[] =>
  sections.filter(({ entries }) => entries.length > 0);
