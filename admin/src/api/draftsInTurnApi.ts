import { adminApi } from '@strapi/strapi/admin';

import { documentTag } from './revisionsApi';

import type { QueryError } from '../utils/queryError';
import type { ApplyResult, ListedDraft } from '../../../contracts/draft';

export type DraftVerb = 'apply' | 'delete';

/** A draft, and where its document is: `collection-types` or `single-types`. */
export interface PlacedDraft {
  draft: ListedDraft;
  collectionType: string;
}

export interface DraftOutcome extends PlacedDraft {
  error: QueryError | null;
  /** how many paths both sides had changed: the draft's went in */
  conflicts: number;
}

interface InTurnRequest {
  verb: DraftVerb;
  drafts: PlacedDraft[];
  /** @param done how many have been tried */
  onStep: (done: number) => void;
}

/** What was changed since it was listed is not applied unseen. */
const requestOf = (verb: DraftVerb, { id, lockVersion }: ListedDraft) =>
  verb === 'apply'
    ? { url: `/revisions/drafts/${id}/apply`, method: 'POST' as const, data: { lockVersion } }
    : { url: `/revisions/drafts/${id}`, method: 'DELETE' as const };

const documentTagsOf = ({ draft: { uid, documentId }, collectionType }: PlacedDraft) => [
  ...(documentId === null ? [] : [documentTag({ uid, documentId, collectionType })]),
  { type: 'Document' as const, id: `${uid}_LIST` },
];

const draftsInTurnApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Draft', 'Document', 'Relations'] })
  .injectEndpoints({
    endpoints: (build) => ({
      /**
       * One after another, whatever becomes of each. One mutation, so that lists are asked for again once at the end
       * rather than after each.
       */
      doInTurn: build.mutation<DraftOutcome[], InTurnRequest>({
        queryFn: async ({ verb, drafts, onStep }, _api, _options, ask) => {
          const outcomes: DraftOutcome[] = [];
          for (const placed of drafts) {
            const { data, error = null } = await ask(requestOf(verb, placed.draft));
            const result = (data as { data?: ApplyResult } | undefined)?.data;
            outcomes.push({ ...placed, error, conflicts: result?.conflicts?.length ?? 0 });
            onStep(outcomes.length);
          }
          return { data: outcomes };
        },
        invalidatesTags: (outcomes = [], _error, { verb }) => {
          // What failed may have failed because it is gone.
          if (verb === 'delete') return ['Draft'];
          return [
            'Draft',
            'Relations',
            ...outcomes.filter(({ error }) => !error).flatMap((outcome) => documentTagsOf(outcome)),
          ];
        },
      }),
    }),
  });

export const { useDoInTurnMutation } = draftsInTurnApi;
